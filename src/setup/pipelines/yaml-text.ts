import { Document, isMap, isScalar } from 'yaml'

/**
 * YAML of a pipeline: names and branches are escaped by the library, never glued in. The parts that `apart` names, by
 * their path, begin after an empty line.
 */
export function yamlText(comment: string, value: object, apart: readonly (readonly string[])[] = [[]]): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  document.commentBefore = comment
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n')
  for (const path of apart) {
    const node = path.length === 0 ? document.contents : document.getIn(path)
    if (!isMap(node)) continue
    for (const { key } of node.items.slice(1)) if (isScalar(key)) key.spaceBefore = true
  }
  return document.toString({ lineWidth: 0, nullStr: '' })
}
