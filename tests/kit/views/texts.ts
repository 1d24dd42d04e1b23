/** Made-up texts of pages, as the renderer hands them over. */
const heading = (number: number, text: string): string =>
  `<h2 id="s${number}"><a class="sec" href="#s${number}" aria-label="Section ${number}">${number}</a>${text}</h2>`

export const travel = `${heading(1, 'Who it covers')}
<p>Everyone on the payroll, in every country. Contractors follow the same limits when their contract says that we pay travel; otherwise their contract decides.</p>
${heading(2, 'Booking')}
<p>Take the train where the journey is under five hours door to door. Fly economy otherwise. Book at least ten days ahead where you can; nobody checks, but prices double in the last week. See <a href="../cards/">Company cards</a>.</p>
${heading(3, 'Daily allowance')}
<p>The allowance is <strong>80 EUR a day</strong> for meals and small costs, counted from the day you leave to the day you return. It is a limit, not a payment: claim what you <em>spent</em>.</p>
<section class="scroll" tabindex="0" aria-label="What the allowance covers">
<table><thead><tr><th>Cost</th><th>From the allowance</th><th class="right">Limit</th></tr></thead>
<tbody><tr><td>Meals and drinks</td><td>Yes</td><td class="right">80 EUR a day</td></tr><tr><td>Local transport</td><td>No, claim it separately</td><td class="right">none</td></tr><tr><td>Hotel</td><td>No, book on the company card</td><td class="right">160 EUR a night</td></tr></tbody></table></section>
<h3 id="guests">Guests</h3>
<p>Up to 40 EUR a guest, with names in the claim.</p>
${heading(4, 'Receipts')}
<p>You need no receipt for anything under 25 EUR. Above that, attach a photo in the same week. We do not send a claim back for a missing receipt; we ask once and then pay it.</p>
<ul><li>One photo a receipt, taken where you stand.</li><li>A hotel bill is a receipt; a card slip is not.
<ul><li>Except in taxis without a printer.</li></ul></li><li>Lost one? Write one sentence in the claim.</li></ul>
<div class="callout callout-warning" role="note"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/></svg><strong>Lost a receipt above 25 EUR?</strong><p>Write one sentence in the claim. That is enough up to 100 EUR.</p></div>
<blockquote><p>A limit without a sample check invites a habit, so Finance reads twenty claims a quarter.</p></blockquote>
${heading(5, 'Paying people back')}
<p>Claims sent by Thursday are paid on Monday. Send them from the command line (<code>claim send</code>) or by mail:</p>
<pre tabindex="0"><code class="language-sh"><span class="hljs-comment"># one trip, three days</span>
claim new --trip <span class="hljs-string">lisbon-2026-03</span> --days <span class="hljs-number">3</span>
claim attach taxi.jpg --amount 31.50
claim send</code></pre>
<details><summary>When the command line says no</summary><p>Ask in the money channel. Somebody answers within a working day.</p></details>
<figure class="mermaid-source"><details open><summary>Source of the diagram</summary><pre><code class="language-mermaid">flowchart LR
  A[Claim] --> B{Under 25 EUR?}
  B -- yes --> C[Paid on Monday]
  B -- no --> D[Photo] --> C
</code></pre></details></figure>
${heading(6, 'Exceptions')}
<p>Your lead can allow up to twice any limit on this page, in writing, before the trip.<sup><a href="#fn-1" id="fnref-1" aria-label="Footnote 1">1</a></sup></p>
<section class="footnotes"><ol><li id="fn-1"><p>By mail is in writing. <a href="#fnref-1" aria-label="Back to the text">↩</a></p></li></ol></section>`

export const short = `<p>We keep the plants in the Lisbon office alive together. Whoever waters them writes the day on the card beside the window.</p>`

const wideRow = Array.from(
  { length: 14 },
  (_, index) => `<td>${(index + 1) * 137} EUR a night, booked early</td>`,
).join('')
export const wide = `<h2 id="wide">A table with fourteen columns</h2>
<section class="scroll" tabindex="0" aria-label="Costs by country"><table><thead><tr>${Array.from({ length: 14 }, (_, index) => `<th>Country ${index + 1}</th>`).join('')}</tr></thead><tbody><tr>${wideRow}</tr><tr>${wideRow}</tr></tbody></table></section>
<h2 id="code">Code that is longer than a line</h2>
<pre><code>${'--option=value '.repeat(40)}</code></pre>
<p>A word that ends nowhere: <code>${'averylongidentifierwithoutaspace'.repeat(6)}</code> and ${'Kraftfahrzeughaftpflichtversicherungsbedingungen'.repeat(3)}.</p>
<h3 id="deep">A heading of the third level whose words go on for much longer than anybody would wish</h3>
<h4 id="deeper">A heading of the fourth level</h4>
<p>Text under it. <kbd>Ctrl</kbd> <kbd>K</kbd>.</p>
<h5 id="deepest">And of the fifth</h5><p>Text under that.</p>`

const paragraph =
  '<p>Every team writes down what it decided, when, and why, on the page that the decision changes. A page that nobody reads is removed; a page that many read is kept short. When two pages say the same, one of them links to the other.</p>'
export const large = Array.from(
  { length: 60 },
  (_, index) => `<h2 id="part-${index + 1}">Part ${index + 1} of a very large page</h2>${paragraph.repeat(20)}`,
).join('\n')

export const arabic = `<h2 id="من-تشمل">من تشمل هذه السياسة</h2>
<p>تشمل هذه السياسة كل من يعمل لدينا، في كل بلد. يحصل كل والد على <strong>عشرين أسبوعًا</strong> بأجر كامل، ويمكن أخذها على دفعتين خلال السنة الأولى. اكتب إلى فريق الأفراد قبل الموعد بثمانية أسابيع إن أمكن.</p>
<h2 id="كيف-تطلبها">كيف تطلبها</h2>
<ol><li>أخبر من يقودك بالموعد المتوقع.</li><li>املأ النموذج <code>leave.md</code>.</li><li>لا حاجة إلى شهادة.</li></ol>
<section class="scroll" tabindex="0" aria-label="الأسابيع"><table><thead><tr><th>البلد</th><th>أسابيع</th></tr></thead><tbody><tr><td>البرتغال</td><td>20</td></tr><tr><td>ألمانيا</td><td>24</td></tr></tbody></table></section>`

export const japanese = `<h2 id="対象">対象となる人</h2>
<p>すべての国のすべての従業員が対象です。育児休業は<strong>二十週間</strong>で、給与は全額支払われます。最初の一年のあいだに二回に分けて取ることができます。できれば八週間前までに人事チームに知らせてください。</p>
<h2 id="申請">申請のしかた</h2>
<ul><li>上長に予定日を伝えます。</li><li>申請書に記入します。</li><li>証明書は必要ありません。</li></ul>
<p>決まりが変わった理由は、右の余白に書かれています。</p>`

export const index = `<p>This is how Millrace works. Whoever finds a page wrong changes it, says why, and asks its owner.</p>
<h3 id="where-to-begin">Where to begin</h3>
<ul><li><a href="money/travel/">Travel and daily allowance</a></li><li><a href="people/">People</a></li></ul>`
