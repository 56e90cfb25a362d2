// node render.cjs PATH-OF-viz.cjs FILE: draws a DOT file with Viz.js.
const fs = require("fs");
const [viz, file] = process.argv.slice(2);
require(viz).instance().then((v) => {
  process.stdout.write(v.renderString(fs.readFileSync(file, "utf8"), { engine: "dot", format: "svg" }));
});
