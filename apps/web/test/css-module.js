/** Stands for a CSS Module: every class is called what it is called in the file. */
export default new Proxy({}, { get: (_, name) => name });
