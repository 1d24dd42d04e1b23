/**
 * What was: a change side by side, two versions compared, a page as it stood on a day. What does it is loaded when it
 * is asked for.
 */
const past = () => import('./past/show.ts')

for (const label of document.querySelectorAll('text-difference [hidden]')) label.removeAttribute('hidden')
document.addEventListener('change', async ({ target }) => {
  const element = target instanceof Element && target.closest('text-difference')
  if (element) (await past()).showSides(element)
})
for (const details of document.querySelectorAll('page-versions details'))
  details.addEventListener('toggle', async () => (await past()).offer(details), { once: true })
if (/[?&](at|from|to)=/.test(location.search)) past().then(({ showPast }) => showPast())
