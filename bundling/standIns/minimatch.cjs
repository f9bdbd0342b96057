// The client matches the patterns of document selectors; the bundle has a matcher already.
const picomatch = require('picomatch');

exports.Minimatch = class {
  constructor(pattern) {
    this.matcher = picomatch(pattern, { noextglob: true });
  }

  makeRe() {
    return true;
  }

  match(path) {
    return this.matcher(path.replaceAll('\\', '/'));
  }
};
