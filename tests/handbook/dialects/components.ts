/** A handbook as Docusaurus, VuePress, VitePress and Starlight have it. */
export const components = {
  'docusaurus.config.js': 'module.exports = { title: "Millrace" }\n',
  'sidebars.js': 'module.exports = { docs: ["start", "all"] }\n',
  'docs/start.md': '---\nid: start\nslug: /begin\n---\n# Start\n',
  'docs/all.md': `---
title: All
sidebar_label: Everything
---

import Tabs from '@theme/Tabs';
import TabItem from '@theme/TabItem';
import {a, b} from '../c'

:::note

Some **content** with \`:::note\`.

:::

:::tip My tip

Text

:::

:::info[Label with *style*]
Text
:::

:::warning{title="x"}
Text
:::

:::danger Take care
Text
:::

::::tip Outer
:::warning Inner
Nested text
:::
::::

:::details Click me
Opened
:::

::: code-group
\`\`\`js [config.js]
export default { a: "{{ b }}" }
\`\`\`
:::

::: tip
VuePress tip
:::

::: danger STOP
VuePress danger
:::

:::caution

\`\`\`md
:::note
inside code
:::
\`\`\`

:::

<Tabs groupId="os">
<TabItem value="apple" label="Apple" default>

An apple.

</TabItem>
<TabItem value="orange" label="Orange">

An orange.

</TabItem>
</Tabs>

<Aside type="caution" title="Starlight">
An aside.
</Aside>

<Card title="A card" icon="star">
Card text.
</Card>

<CardGrid>
<LinkCard title="To start" href="./start.md" />
</CardGrid>

<Steps>

1. First
2. Second

</Steps>

<Badge text="New" />

{/* a comment */}

> [!NOTE]
> GitHub's own.

- item

  :::note
  In the list
  :::

:::unheard-of
Strange text
:::

\`\`\`jsx
import X from 'y'
<Tabs>{{ a: 1 }}</Tabs>
\`\`\`
`,
}
