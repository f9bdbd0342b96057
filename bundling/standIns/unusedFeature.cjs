// Instead of a feature that the server does not have: the client neither announces nor registers it.
class UnusedFeature {
  fillClientCapabilities() {}
  initialize() {}
  clear() {}
  getState() {
    return { kind: 'static' };
  }
}

// Whatever feature is asked for by its name.
module.exports = new Proxy({}, { get: () => UnusedFeature });
