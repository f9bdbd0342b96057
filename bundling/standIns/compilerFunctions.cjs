// What the TypeScript compiler writes at the head of files with imports, once for all of them.
exports.__createBinding = (target, source, key, name = key) => {
  Object.defineProperty(target, name, { enumerable: true, get: () => source[key] });
};

exports.__setModuleDefault = (target, value) => {
  Object.defineProperty(target, 'default', { enumerable: true, value });
};

exports.__importStar = (source) => {
  if (source?.__esModule) return source;
  const target = {};
  for (const key of Object.getOwnPropertyNames(source ?? {})) {
    if (key !== 'default') exports.__createBinding(target, source, key);
  }
  exports.__setModuleDefault(target, source);
  return target;
};

exports.__exportStar = (source, target) => {
  for (const key in source) {
    if (key !== 'default' && !Object.hasOwn(target, key)) exports.__createBinding(target, source, key);
  }
};
