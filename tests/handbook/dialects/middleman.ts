/** A handbook as Middleman and other users of ERB have it. */
export const middleman = {
  'source/index.html.md': '# Start\n',
  'source/partials/_contact.md': 'Write to us.\n',
  'source/all.html.md': `---
title: "Pay in <%= Date.today.year %>"
level: 7
---
# All

<% content_for :sidebar do %>
Beside
<% end %>

Level <%= current_page.data.level %>, see <%= link_to "the start", "/index.html" %> and <%= partial "contact" %>.

<%= image_tag "mill.png", alt: "The mill" %>

<% if feature? %>Shown anyway<% end %> <%# silent %>

<%= helper(1, "words") %> and [a](<%= url_for "/x" %>)

\`<%= code %>\`
`,
}
