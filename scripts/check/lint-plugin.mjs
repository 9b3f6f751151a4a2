const MESSAGE = 'A rule takes the time, and any chance, as a value.';

const isMember = (node, object, property) =>
  node.object.type === 'Identifier' &&
  node.object.name === object &&
  node.property.type === 'Identifier' &&
  node.property.name === property;

const isDate = (node) => node.type === 'Identifier' && node.name === 'Date';

/** In a folder of rules: no `Date.now`, `Math.random`, `crypto.random…`, `performance.now`, `new Date()` or `Date()`. */
const noClockOrChance = {
  create(context) {
    const refuse = (node) => context.report({ message: MESSAGE, node });
    return {
      MemberExpression(node) {
        if (isMember(node, 'Date', 'now') || isMember(node, 'Math', 'random')) refuse(node);
        if (node.object.type === 'Identifier' && ['crypto', 'performance'].includes(node.object.name)) refuse(node);
      },
      NewExpression(node) {
        if (isDate(node.callee) && node.arguments.length === 0) refuse(node);
      },
      CallExpression(node) {
        if (isDate(node.callee)) refuse(node);
      },
    };
  },
};

export default { meta: { name: 'rounds' }, rules: { 'no-clock-or-chance': noClockOrChance } };
