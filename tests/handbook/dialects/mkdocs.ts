/** A handbook as MkDocs and Material for MkDocs have it. */
export const mkdocs = {
  'mkdocs.yml':
    'site_name: Millrace\ndocs_dir: docs\nmarkdown_extensions:\n  - admonition\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\nextra:\n  phone: 555 0100\nnav:\n  - index.md\n  - All of it: all.md\n',
  'docs/index.md': '# Start\n',
  'docs/other.md': '# Other\n\n## Place {#place}\n',
  'docs/snippets/part.md': 'A **part** of it.\n',
  'includes/terms.md': 'From the *repository*.\n',
  'docs/marked.md':
    '# Marked\n\n<!-- --8<-- [start:wanted] -->\nWanted words.\n<!-- --8<-- [end:wanted] -->\n\nUnwanted words.\n',
  'docs/all.md': `# All

[TOC]

!!! note
    A note.

!!! warning "Phasellus \\"x\\""
    Escaped quotes.

!!! attention Please, all of you!
    Free title.

!!! danger "Mind"

    Text with **bold**.

    - a list
        - inside

    \`\`\`python title="x.py" hl_lines="1"
    print("{{ x }}")
        !!! not a note
    \`\`\`

!!! quote ""
    Without title.

!!! note inline end "Beside"
    Aside.

??? tip "Fold"
    Folded text.

    !!! bug
        Deep.

???+ example "Open"
    Open text.

=== "C"

    \`\`\` c
    int main;
    \`\`\`

=== "C++"

    Text of C++.

    === "Inner"

        Inner text.

- Item

    !!! info
        In the list.

- Second

--8<-- "docs/snippets/part.md"

--8<-- "includes/terms.md"

--8<-- "docs/marked.md:wanted"

--8<--
docs/snippets/part.md
--8<--

{% include-markdown "snippets/part.md" %}

{!snippets/part.md!}

Call {{ phone }} or {{ unknown_value }}.

A [link](other.md){ .md-button target="_blank" } and ![image](x.png){ width="300" loading=lazy }.

[Place](other.md#place){: .external }

A paragraph.
{: .lead #anchor }

[Anchor](#anchor)

Term
:   Definition

## Code

    indented {% code %}

{# a comment #}

Stop!!! Now.

A :material-check:{ .ok } icon, ++ctrl+c++, ==marked==.

\`{{ code }}\`
`,
}
