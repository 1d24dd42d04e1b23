/** What to try after `npm start`: it serves until it is ended, so this is said before. */
console.log(`
Try next, from another terminal in this folder:
  npm run demo                         the handbook of an invented company, nearly every paragraph with its reason
  npx whybook build --root DIR         a repository of yours, into DIR/dist
  npx whybook log handbook/index.md    what changed on a page, and why
`)
