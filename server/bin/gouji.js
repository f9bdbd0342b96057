#!/usr/bin/env node
'use strict';
/* global __dirname */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const bundle = join(__dirname, '..', '..', 'dist', 'gouji.js');
if (existsSync(bundle)) require(bundle);
else {
  console.error('gouji: 尚未构建，请先运行 npm ci && npm run build。\ngouji: not built yet; run npm ci && npm run build first.');
  process.exitCode = 2;
}
