#!/bin/sh
# Build plotly-report.min.js and world_110m.json: plotly.js with only the trace types that the
# reports draw, at the version of the installed plotly package. Needs node and npm. Usage:
#     sh analysis/report_template/build_bundle.sh [PLOTLY_JS_VERSION]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
python="$here/../../.venv/bin/python"
[ -x "$python" ] || python=python3
version=${1:-$("$python" -c 'import plotly.offline as o; print(o.get_plotlyjs_version())')}

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
cd "$build"

cat > entry.js <<'JS'
'use strict';
// The core draws scatter.
var Plotly = require('plotly.js/lib/core');
Plotly.register([
  require('plotly.js/lib/bar'),
  require('plotly.js/lib/heatmap'),
  require('plotly.js/lib/sankey'),
  require('plotly.js/lib/scattergeo'),
  require('plotly.js/lib/choropleth')
]);
module.exports = Plotly;
JS

npm install --silent --no-audit --no-fund --ignore-scripts "plotly.js@$version" esbuild@0.28

# "</script" would end the script element that the bundle is put into.
./node_modules/.bin/esbuild entry.js --bundle --minify --legal-comments=none \
  --format=iife --global-name=Plotly --define:global=window --define:define.amd=false \
  --supported:inline-script=false --target=es2020 --alias:regl=@plotly/regl \
  --log-level=warning --metafile=meta.json --outfile=bundle.js
{
  printf '/* plotly.js %s, partial bundle (scatter bar heatmap sankey scattergeo choropleth), MIT licence, see LICENSES */\n' "$version"
  cat bundle.js
} > plotly-report.min.js

# The package holds its maps only inside one 5 MB script.
node -e "
  global.window = {};
  const assets = require('plotly.js/dist/plotly-geo-assets.js');
  const world = (assets.topojson || window.PlotlyGeoAssets.topojson).world_110m;
  require('fs').writeFileSync('world_110m.json', JSON.stringify(world));
"

# The licence of every package whose code is in the bundle.
node -e "
  const fs = require('fs');
  const inputs = Object.keys(JSON.parse(fs.readFileSync('meta.json')).inputs);
  const folders = new Set(inputs.map((path) => (path.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/) || [])[0]));
  const texts = [...folders].filter(Boolean).sort().map((folder) => {
    const { name, version, license } = JSON.parse(fs.readFileSync(folder + '/package.json'));
    const file = fs.readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    return name + ' ' + version + ' (' + license + ')\n\n' + (file ? fs.readFileSync(folder + '/' + file, 'utf8').trim() : '');
  });
  fs.writeFileSync('licenses.txt', texts.join('\n\n' + '-'.repeat(80) + '\n\n') + '\n');
"

mkdir -p "$here/LICENSES"
cp plotly-report.min.js world_110m.json "$here/"
cp licenses.txt "$here/LICENSES/plotly-report.txt"
ls -l "$here/plotly-report.min.js" "$here/world_110m.json"
