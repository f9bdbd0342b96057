// The client asks whether VS Code is new enough; VS Code has compared itself with `engines` of the manifest before.
module.exports = (version) => version;
