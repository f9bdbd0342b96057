// Stands in for @vscode/spdlog, a native module: writes the same log files without a compiler.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'];

class FileLogger {
  constructor(file) {
    this.file = file;
    this.level = levels.indexOf('info');
    this.plain = false;
    mkdirSync(dirname(file), { recursive: true });
  }

  append(level, message) {
    if (level < this.level) return;
    const line = this.plain ? message : `${new Date().toISOString()} [${levels[level]}] ${message}\n`;
    try {
      appendFileSync(this.file, line);
    } catch {
      // The data folder is removed while the last processes end; what they still say is of no use.
    }
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  setPattern() {
    this.plain = false;
  }

  clearFormatters() {
    this.plain = true;
  }

  flush() {}

  drop() {}
}

for (const [level, name] of levels.slice(0, -1).entries()) {
  FileLogger.prototype[name] = function (message) {
    this.append(level, message);
  };
}

const createLogger = async (_name, file) => new FileLogger(file);

// VS Code imports these by name, which works only for names assigned one by one.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.Logger = class extends FileLogger {
  constructor(_type, _name, file) {
    super(file);
  }
};
