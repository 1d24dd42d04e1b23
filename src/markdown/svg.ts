import type { Element, Properties, Root } from 'hast'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { htmlTree } from '#markdown/engine'
import { DEEPEST, tagDepth } from './limits.ts'

const LARGEST = 5 * 1024 * 1024

/** Shapes, text, gradients, masks and filters. No script, no animation (it can set addresses), no foreign content. */
const schema: Schema = {
  tagNames:
    `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image switch
    linearGradient radialGradient stop pattern clipPath mask marker filter style
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
    feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
  attributes: {
    '*': `id className style transform transformOrigin x y width height d cx cy r rx ry fx fy x1 y1 x2 y2 dx dy points
      pathLength rotate textLength lengthAdjust startOffset method spacing side viewBox preserveAspectRatio version
      xLinkHref href fill fillOpacity fillRule stroke strokeWidth strokeOpacity strokeLineCap strokeLineJoin
      strokeMiterLimit strokeDashArray strokeDashOffset opacity color display visibility overflow paintOrder
      vectorEffect shapeRendering textRendering imageRendering colorInterpolation colorInterpolationFilters
      fontFamily fontSize fontStyle fontWeight fontStretch fontVariant letterSpacing wordSpacing textAnchor
      textDecoration dominantBaseline alignmentBaseline baselineShift writingMode direction unicodeBidi lang xmlLang
      xmlSpace offset stopColor stopOpacity gradientUnits gradientTransform spreadMethod patternUnits
      patternContentUnits patternTransform clipPath clipRule clipPathUnits mask maskUnits maskContentUnits marker
      markerStart markerMid markerEnd markerWidth markerHeight markerUnits refX refY orient filter filterUnits
      primitiveUnits in in2 result mode operator values type k1 k2 k3 k4 stdDeviation edgeMode floodColor floodOpacity
      baseFrequency numOctaves seed stitchTiles scale xChannelSelector yChannelSelector tableValues slope intercept
      amplitude exponent kernelMatrix order divisor bias targetX targetY preserveAlpha radius surfaceScale
      diffuseConstant specularConstant specularExponent lightingColor azimuth elevation z pointsAtX pointsAtY pointsAtZ
      limitingConeAngle role ariaLabel ariaHidden ariaLabelledBy systemLanguage`.split(/\s+/),
  },
  protocols: {},
  strip: [
    'script',
    'foreignObject',
    'animate',
    'set',
    'animateTransform',
    'animateMotion',
    'iframe',
    'object',
    'handler',
  ],
  clobber: [],
}

/** An address outside the picture, or a way to write one that a filter would not see. */
const OUTSIDE = /url\((?!["']?#)|\\|@|expression|javascript:|-moz-binding|\/\*|[<&]|\]\]>/i
const PICTURE_DATA = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/i

/**
 * An SVG file that can be served from the site's own address: opened by itself it runs nothing and asks for nothing.
 *
 * It is read as HTML reads it (so that entities of a document type are never expanded) and written as XML.
 *
 * @param text - the decoded file
 * @returns null when it is no SVG, or too large or deep to be looked at
 */
export function sanitiseSvg(text: string): string | null {
  if (text.length > LARGEST || !/<svg[\s>/]/i.test(text) || tagDepth(text) > DEEPEST) return null
  try {
    const parsed = htmlTree(text.slice(text.search(/<svg[\s>/]/i)))
    const root = sanitize(parsed, schema) as Root
    const svg = root.children.find((child) => child.type === 'element')
    if (svg?.type !== 'element' || svg.tagName !== 'svg') return null
    cleanAddresses(svg)
    svg.properties = { xmlns: 'http://www.w3.org/2000/svg', ...svg.properties }
    return withoutControls(toHtml(svg, { space: 'svg', closeEmptyElements: true }))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function cleanAddresses(element: Element): void {
  const properties: Properties = {}
  for (const [name, value] of Object.entries(element.properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    // XML has no attributes without a value.
    if (value === true || value === null || value === undefined) continue
    if (name === 'href' || name === 'xLinkHref') {
      if (isInside(element, text)) properties['href'] = text
    } else if (!leadsOutside(text) || isPlainText(name)) properties[name] = value
  }
  element.properties = properties
  element.children = element.children.filter((child) => {
    if (child.type !== 'element') return true
    if (child.tagName === 'style' && !cleanStyle(child)) return false
    cleanAddresses(child)
    return true
  })
}

/** Blanks may stand nearly anywhere in a value, so they are left out of the search. */
function leadsOutside(value: string): boolean {
  return OUTSIDE.test(value.replace(/\s+/g, ''))
}

/** Comments go first, because they could hide a word from the filter; then all of it is good or none. */
function cleanStyle({ children }: Element): boolean {
  return children.every((part) => {
    if (part.type !== 'text') return false
    part.value = withoutComments(part.value)
    return !leadsOutside(part.value)
  })
}

function withoutComments(style: string): string {
  let rest = ''
  let at = 0
  for (let open = style.indexOf('/*'); open !== -1; open = style.indexOf('/*', at)) {
    rest += style.slice(at, open)
    const close = style.indexOf('*/', open + 2)
    if (close === -1) return rest
    at = close + 2
  }
  return rest + style.slice(at)
}

/** True for a part of the same picture, and for a bitmap that it carries itself. */
function isInside({ tagName }: Element, address: string): boolean {
  return /^\s*#[^\s]*\s*$/.test(address) || (tagName === 'image' && PICTURE_DATA.test(address))
}

function isPlainText(name: string): boolean {
  return name === 'id' || name === 'ariaLabel'
}

/** XML knows no other control characters than these three. */
function withoutControls(xml: string): string {
  return xml.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}
