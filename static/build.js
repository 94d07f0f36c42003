// Builds static/dist/ from static/src/: a style sheet for each *.scss, a script for each js/*.js,
// fonts and images.
import { spawnSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

import esbuild from "esbuild"
import * as sass from "sass"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const src = path.join(root, "static/src")
const dist = path.join(root, "static/dist")
const modules = path.join(root, "node_modules")
const images = [
  path.join(src, "images"),
  path.join(modules, "@ministryofjustice/frontend/moj/assets/images"),
  path.join(modules, "govuk-frontend/dist/govuk/assets/images"),
]

fs.mkdirSync(path.join(dist, "images"), { recursive: true })
fs.mkdirSync(path.join(dist, "fonts"), { recursive: true })

for (const file of named(src, ".scss")) {
  const { css } = sass.compile(path.join(src, file), {
    loadPaths: [modules, root],
    style: "compressed",
    quietDeps: true, // the libraries' own warnings are not ours to mend
    silenceDeprecations: ["if-function", "global-builtin", "import"],
  })
  fs.writeFileSync(path.join(dist, file.replace(/\.scss$/, ".css")), css)
  copyImagesOf(css)
}

await esbuild.build({
  entryPoints: named(path.join(src, "js"), ".js").map((file) => path.join(src, "js", file)),
  outdir: dist,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  logLevel: "warning",
})

for (const file of fs.readdirSync(images[0])) {
  fs.copyFileSync(path.join(images[0], file), path.join(dist, "images", file))
}
for (const weight of ["Regular", "SemiBold", "Bold"]) {
  const file = `Inter-${weight}.woff2`
  fs.copyFileSync(path.join(modules, "inter-ui/web", file), path.join(dist, "fonts", file))
}
fullFontsForPrint()

// A file in a folder below, or with an underscore, is a part of another and not built by itself.
function named(folder, ending) {
  return fs.readdirSync(folder).filter((file) => file.endsWith(ending) && !file.startsWith("_"))
}

// Only what a style sheet asks for is copied, so no crown or crest ever reaches the service.
function copyImagesOf(css) {
  for (const [, file] of css.matchAll(/url\(["']?images\/([\w.-]+)["']?\)/g)) {
    const folder = images.find((one) => fs.existsSync(path.join(one, file)))
    if (!folder) throw new Error(`A style sheet asks for images/${file}, which is nowhere.`)
    fs.copyFileSync(path.join(folder, file), path.join(dist, "images", file))
  }
}

// inter-ui ships woff2 only; the PDF is made half a second sooner from plain TrueType.
function fullFontsForPrint() {
  const ours = path.join(root, ".venv/bin/python")
  const python = process.env.PYTHON || (fs.existsSync(ours) ? ours : "python3")
  const done = spawnSync(python, [path.join(root, "static/fonts.py")], { stdio: "inherit" })
  if (done.status !== 0) {
    console.error(`The PDF's fonts were not made: ${python} needs fonttools and brotli.`)
    process.exit(1)
  }
}
