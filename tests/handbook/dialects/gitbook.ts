/** A handbook as GitBook has it. */
export const gitbook = {
  '.gitbook.yaml': 'root: ./\nredirects:\n  old: guides/all.md\n',
  'SUMMARY.md': '# Table of contents\n\n* [Start](README.md)\n\n## The guides\n\n* [All of it](guides/all.md)\n',
  'README.md': '# Start\n\n{% hint style="info" %}\nHello\n{% endhint %}\n',
  '.gitbook/assets/a file (1).png': 'PNG',
  '.gitbook/assets/plan.pdf': 'PDF',
  '.gitbook/includes/contact.md': '---\ntitle: Contact\n---\n\nWrite to the **office**.\n',
  'guides/other.md': '# Other\n',
  'guides/all.md': `---
description: Everything
icon: star
cover: ../.gitbook/assets/a file (1).png
---

# All

{% hint style="info" %}
Info text with \`{% code %}\`.
{% endhint %}

{% hint style="success" %}
**Bold** success
{% endhint %}

{% hint style="warning" icon="bolt" %}
* a
* b

\`\`\`bash
echo "{{ x }}"
\`\`\`
{% endhint %}

{% hint style="danger" %}Danger on one line{% endhint %}

{% tabs %}
{% tab title="JavaScript" %}
{% code title="index.js" lineNumbers="true" overflow="wrap" %}
\`\`\`javascript
const a = "{% x %}"
\`\`\`
{% endcode %}
{% endtab %}

{% tab title="Python" %}
Words
{% endtab %}
{% endtabs %}

{% embed url="https://www.youtube.com/watch?v=abc" %}
A film
{% endembed %}

{% embed url="https://a.example/form" %}

{% file src="../.gitbook/assets/plan.pdf" %}
The plan
{% endfile %}

{% content-ref url="other.md" %}
[other.md](other.md)
{% endcontent-ref %}

{% page-ref page="other.md" %}

{% stepper %}
{% step %}
### First step
Do it.
{% endstep %}

{% step %}
### Second step
Done.
{% endstep %}
{% endstepper %}

{% columns %}
{% column width="50%" %}
Left
{% endcolumn %}
{% column %}
Right
{% endcolumn %}
{% endcolumns %}

{% updates format="full" %}
{% update date="2025-06-25" %}
## An update
{% endupdate %}
{% endupdates %}

{% include "../.gitbook/includes/contact.md" %}

{% swagger src="https://a.example/openapi.yaml" path="/pets" method="get" %}
[https://a.example/openapi.yaml](https://a.example/openapi.yaml)
{% endswagger %}

{% @mermaid/diagram content="flowchart LR
  A --> B" %}

{% @github-files/github-code-block url="https://github.com/a/b" %}

{% if visitor.claims.unsigned.beta %}
Only for some
{% endif %}

<figure><img src="../.gitbook/assets/a file (1).png" alt="A file"><figcaption><p>Caption</p></figcaption></figure>

<details>

<summary>Fold</summary>

{% hint style="info" %}
In the fold
{% endhint %}

</details>

* Item
  * Inner

    {% hint style="info" %}
    In the list
    {% endhint %}
`,
}
