/** A handbook as Hugo has it, with the shortcodes of its themes. */
export const hugo = {
  'hugo.toml': 'title = "Millrace"\ncontentDir = "content"\n\n[params]\nphone = "555 0100"\nversion = 3\n',
  'content/_index.md': '---\ntitle: Start\n---\n[All](guides/all)\n',
  'content/guides/_index.md': '---\ntitle: Guides\nweight: 2\n---\nOur guides.\n',
  'content/guides/pay.md': '---\ntitle: Pay\nweight: 1\n---\n## Bands\n\nText.\n',
  'content/shared/address.md': '---\ntitle: Address\n---\nWheel Lane **1**\n',
  'content/guides/example.yaml': 'key: value\n',
  'static/img/mill.png': 'PNG',
  'content/guides/all.md': `---
title: All {{< shortcodes >}}
aliases: [/old-guide/]
owner_name: Ana
---
{{% notice tip "My **title**" %}}
Inside with a [link]({{< relref "pay.md#bands" >}}).

\`\`\`go
x := "{{< code >}}"
\`\`\`
{{% /notice %}}

{{< alert title="Docsy" color="warning" >}}
Be careful.
{{< /alert >}}

{{< hint info >}}
A book's hint.
{{< /hint >}}

{{< callout context="danger" title="Doks" icon="outline/x" >}}
Danger.
{{< /callout >}}

{{< admonition type=question title="Why?" open=false >}}Because.{{< /admonition >}}

{{< details title="More of it" closed="true" >}}
Hidden text.
{{< /details >}}

{{% expand "Expand me" %}}
Expanded.
{{% /expand %}}

{{< tabs "uniqueid" >}}
{{< tab "Linux" >}}
## Install on Linux
{{< /tab >}}
{{< tab "Mac" >}} Use brew. {{< /tab >}}
{{< /tabs >}}

{{< tabpane text=true >}}
  {{% tab header="Docsy tab" %}}
  Tab text.
  {{% /tab %}}
{{< /tabpane >}}

{{< cardpane >}}
{{% card header="A card" %}}
Card text.
{{% /card %}}
{{< /cardpane >}}

{{% panel title="A panel" %}}
Panel text.
{{% /panel %}}

{{< readfile file="/shared/address.md" >}}

{{% include "shared/address.md" %}}

{{< readfile file="example.yaml" code="true" lang="yaml" >}}

{{< figure src="/img/mill.png" alt="The mill" caption="Our mill" link="https://mill.example" >}}
{{< img src="/img/mill.png" >}}
{{< figure
  src="/img/mill.png"
  alt="Over lines"
>}}

See [pay]({{< ref "/guides/pay" >}}), [pay again]({{< ref path="pay.md" >}}), [unique]({{< ref "address" >}}) and
{{< button href="https://a.example" >}}Press{{< /button >}} {{< button relref="pay.md" >}}Pay{{< /button >}}.

{{< youtube w7Ft2ymGmfc >}}
{{< youtube id="w7Ft2ymGmfc" title="Film" >}}
{{< vimeo 146022717 >}}
{{< tweet user="SanDiegoZoo" id="1453110110599868418" >}}
{{< gist spf13 7896402 >}}

{{< highlight html "linenos=table,hl_lines=2" >}}
<p>{{< not.touched >}}</p>
{{< /highlight >}}

{{< mermaid >}}
flowchart LR
  A --> B
{{< /mermaid >}}

Call {{< param phone >}} or {{% param "owner_name" %}}.

Text {{< badge "new" >}} and {{< kbd >}}Ctrl{{< /kbd >}} and {{< icon "star" >}} and {{< br >}}
{{/* a comment */}}
Shown: {{</* youtube abc */>}} and {{%/* note */%}}.

{{< steps >}}
{{% steps %}}
### Step one
{{% /steps %}}
{{< /steps >}}

{{< team-card name="Ana" >}}

{{< outer title="Outer" >}}
{{< inner >}}Deep words{{< /inner >}}
{{< /outer >}}

1. Item

   {{% notice note %}}
   In the list.
   {{% /notice %}}

2. Second

| A | B |
|---|---|
| {{< badge "x" >}} | {{% note %}}cell{{% /note %}} |

Inline \`{{< code >}}\` stays.
`,
}
