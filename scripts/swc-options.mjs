const common = { target: 'es2024', keepClassNames: true };

/** How swc reads the TypeScript of packages/*: nothing but types is taken away. */
export const plainSwc = {
  jsc: { ...common, parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
};

/** How swc reads apps/api: as tsc does, with the decorator metadata that Nest's injection needs. */
export const decoratedSwc = {
  jsc: {
    ...common,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
};
