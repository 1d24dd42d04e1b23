// Runs in a sandboxed frame without an origin: text comes in by message, a height goes out.
document.documentElement.style.colorScheme = 'light dark'
document.body ?? document.documentElement.append(document.createElement('body'))

const answer = (message) => parent.postMessage(message, '*')

// Mermaid would try tags as HTML before it drops them. `<br>` breaks lines, and `<<a>>` is a word of class diagrams.
const withoutTags = (text) => text.replace(/(?<!<)<(?!br\s*\/?>)(?=[a-z/!?])/gi, '#lt;')

addEventListener('message', async ({ source, data }) => {
  if (source !== parent || typeof data?.text !== 'string') return
  const { ink, paper } = data
  globalThis.mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    // Labels are SVG text, never HTML; the text of a diagram cannot set it otherwise (`%%{init: ...}%%`).
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    class: { htmlLabels: false },
    secure: [
      'secure',
      'securityLevel',
      'startOnLoad',
      'maxTextSize',
      'suppressErrorRendering',
      'maxEdges',
      'htmlLabels',
    ],
    look: 'classic',
    theme: 'base',
    fontFamily: 'system-ui, sans-serif',
    themeVariables: {
      fontFamily: 'system-ui, sans-serif',
      background: paper,
      primaryColor: paper,
      primaryTextColor: ink,
      primaryBorderColor: ink,
      lineColor: ink,
      secondaryColor: paper,
      tertiaryColor: paper,
      textColor: ink,
    },
  })
  document.body.style.cssText = `margin:0;background:${paper};color:${ink}`
  try {
    const { svg } = await globalThis.mermaid.render('diagram', withoutTags(data.text))
    document.body.innerHTML = svg
    const drawn = document.body.firstElementChild
    drawn.style.display = 'block'
    drawn.style.maxWidth = '100%'
    answer({ height: drawn.getBoundingClientRect().height + 4 })
  } catch {
    answer({ failed: true })
  }
})
addEventListener('DOMContentLoaded', () => answer({ ready: true }))
