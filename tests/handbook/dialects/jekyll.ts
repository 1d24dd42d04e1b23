/** A handbook as Jekyll, Liquid, kramdown and just-the-docs have it. */
export const jekyll = {
  '_config.yml':
    'title: Millrace handbook\nbaseurl: /handbook\nurl: https://millrace.example\nemail: people@millrace.example\ncontact:\n  name: Ana\ntopics: [pay, leave]\nplugins:\n  - jekyll-redirect-from\n',
  '_data/team.yml': '- name: Ana\n  role: Mill wright\n- name: Ben\n  role: Baker\n',
  '_data/offices/rooms.csv': 'room,seats\nWheel,8\n"Race, upper",3\n',
  '_includes/note.html':
    '<div class="note">\n\n    <p>{{ include.title | default: "Note" }}: {{ include.content | markdownify }}</p>\n</div>\n',
  '_includes/owner.md': 'Owned by **{{ include.who }}** of {{ site.title }}; see {% include contact.html %}.\n',
  '_includes/contact.html': '<a href="mailto:{{ site.email }}">{{ site.contact.name }}</a>',
  '_includes/loop.md': 'Round {% include loop.md %}',
  '_includes/condition.html':
    '{% if include.big %}<strong>{{ include.text }}</strong>{% else %}{{ include.text }}{% endif %}',
  '_posts/2024-02-03-new-mill.md': '---\ntitle: The new mill\n---\nIt turns.\n',
  'guides/pay.md': '---\ntitle: Pay at {{ site.title }}\nlevel: 3\n---\n# Bands\n\nYour level is {{ page.level }}.\n',
  'guides/part.md': 'A part that stands beside.\n',
  'index.md': '# Welcome\n\n[All](all.md)\n',
  'all.md': `---
title: Start
layout: default
toc: true
---
{::options parse_block_html="true" /}
# Welcome to {{ site.title }}
{: .no_toc }

1. TOC
{:toc}

{% comment %} secret-note {% endcomment %}
{% include note.html content="Mind the *gap*" title="Careful" %}

{% include owner.md who="Ana" %}

{% include_relative guides/part.md %}

{% include condition.html text="Loud" big=true %} {% include condition.html text="Quiet" %}

{% include loop.md %}

[Pay]({% link guides/pay.md %}) and [news]({{ site.baseurl }}{% post_url 2024-02-03-new-mill %}) and
[again]({{ "/guides/pay/" | relative_url }}) and [absolute]({{ site.baseurl }}/guides/pay.html).

{% assign first = site.data.team | first %}
First is {{ first.name }}. {% if page.toc %}Contents shown.{% else %}No contents.{% endif %}

| Who | Role |
|-----|------|
{%- for person in site.data.team %}
| {{ person.name }} | {{ person.role }} |
{%- endfor %}

{% for room in site.data.offices.rooms %}
- {{ room.room }}: {{ room.seats }}
{% endfor %}

{% for topic in site.topics %}{{ topic | upcase }}{% unless forloop.last %}, {% endunless %}{% endfor %}

{% capture warning %}Written *once*{% endcapture %}
{{ warning }}

{% case page.layout %}{% when "default" %}Plain layout{% else %}Other layout{% endcase %}

{% highlight ruby linenos %}
puts "{{ not.touched }}"
{% endhighlight %}

{% raw %}Write {{ page.title }} to show it.{% endraw %}

{: .warning }
This is a warning.

A notice of Minimal Mistakes.
{: .notice--info}

![Map](/assets/map.png){: width="50%" .center}

## Rules {#the-rules}

### Below
{: #below-rules .lead }

See [rules](#the-rules) and [below](#below-rules). Unknown: {{ site.unknown_thing }} and {% zork "x" %}.

\`\`\`liquid
{% include note.html %} {{ code.stays }}
\`\`\`

    {% indented.code %}

<!-- {% hidden %} -->
Inline \`{{ code }}\` stays.
`,
  'assets/map.png': 'PNG',
}
