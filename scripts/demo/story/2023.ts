import { add, append, below, change, text } from '../edits.ts'
import type { MergeRequest } from '../merge-request.ts'
import { ada, adaOldLaptop, bruno, chidi, dorte, eitan, farah, greta, henk } from '../people.ts'

const travel = 'content/money/travel-allowance.md'

export const story2023: readonly MergeRequest[] = [
  {
    number: 1,
    at: '2023-01-16T11:05:00+01:00',
    author: ada,
    mergedBy: henk,
    how: 'merge',
    branch: 'how-we-work',
    title: 'Write down how we work',
    description: text`
      Nine people started in 2022. All of them asked the same six questions in
      their first month, and no two got the same answer, because each of us
      answered from habit.
    `,
    commits: [
      {
        title: 'Add six habits',
        edits: [
          add('content/how-we-work/README.md'),
          append('content/index.md', 'Read [how we work](how-we-work/README.md) first.'),
        ],
      },
    ],
  },
  {
    number: 2,
    at: '2023-01-30T09:40:00+01:00',
    author: henk,
    mergedBy: ada,
    how: 'merge',
    branch: 'decision-1',
    title: 'Decide where the handbook lives',
    description: text`
      The wiki and the shared drive named two fuel rates for seven weeks. We could
      not find out which was newer, so that we paid both.
    `,
    commits: [{ title: 'Record the decision', edits: [add('content/decisions/0001-plain-text-handbook.md')] }],
  },
  {
    number: 3,
    at: '2023-02-13T14:12:00+01:00',
    author: bruno,
    mergedBy: henk,
    how: 'squash',
    branch: 'travel',
    title: 'Set a daily amount for travel',
    description: text`
      Eleven claims in January, eleven ideas of what a lunch may cost. I had to
      judge each of them, and I do not want to judge what people eat. With one
      amount nobody has to ask.
    `,
    commits: [{ title: 'Add the travel allowance', edits: [add(travel)] }],
  },
  {
    number: 4,
    at: '2023-03-06T10:31:00+01:00',
    author: adaOldLaptop,
    mergedBy: henk,
    how: 'merge',
    branch: 'holidays',
    title: 'Collect the rules for holidays',
    description: 'Adds the page with the days for each country and whom you tell before you go.',
    commits: [{ title: 'Add the holidays page', edits: [add('content/people/holidays.md')] }],
  },
  {
    number: 5,
    at: '2023-03-27T15:50:00+02:00',
    author: farah,
    mergedBy: ada,
    how: 'squash',
    branch: 'remote-abroad',
    title: 'Allow ten days of work from another EU country',
    description: text`
      Why: four people asked since Christmas. Up to ten days the insurance covers
      us without a form; beyond that the People team would have to learn the law of
      each country first.
    `,
    commits: [{ title: 'Add the rule', edits: [add('content/people/remote-abroad.md')] }],
  },
  {
    number: 6,
    at: '2023-05-15T13:22:00+02:00',
    author: bruno,
    mergedBy: henk,
    how: 'squash',
    branch: 'cards',
    title: 'Company cards for those who buy for others',
    description: text`
      Dorte's crew had 2,300 EUR of parts on their private accounts in April. People
      should not lend us money, so those who buy often get a card.
    `,
    trailers: ['Co-authored-by: Dorte Vang <dorte@millrace.example>'],
    commits: [{ title: 'Add the cards page', edits: [add('content/money/company-cards.md')] }],
  },
  {
    number: 7,
    at: '2023-06-05T17:03:00+02:00',
    author: eitan,
    mergedBy: henk,
    how: 'merge',
    branch: 'passwords',
    title: 'Passwords and keys',
    description: '',
    commits: [
      {
        title: 'Require the password manager',
        body: text`
          Two of our accounts turned up in a leaked list in May, with passwords that
          were used in other places too. A manager makes that impossible instead of
          forbidden.
        `,
        edits: [add('content/security/passwords-and-keys.md')],
      },
    ],
  },
  {
    number: 8,
    at: '2023-07-03T08:55:00+02:00',
    author: greta,
    mergedBy: ada,
    how: 'squash',
    branch: 'typo',
    title: 'Fix typo',
    description: '',
    commits: [{ title: 'Fix typo', edits: [change('content/how-we-work/README.md', 'persom', 'person')] }],
  },
  {
    number: 9,
    at: '2023-09-11T12:18:00+02:00',
    author: dorte,
    mergedBy: bruno,
    how: 'merge',
    branch: 'book-yourself',
    title: 'Book trains and rooms without asking',
    description: text`
      Asking took three days on average, and in six months not one request was
      refused. Meanwhile the tickets got dearer, 640 EUR since March, because we
      waited for an answer that was always yes.
    `,
    commits: [
      {
        title: 'Say that nobody has to ask',
        edits: [
          change(
            travel,
            '## Daily amount',
            text`
              ## Booking

              Book trains and rooms yourself, without asking, up to 140 EUR a night. Use the company card if you have one.

              ## Daily amount
            `,
          ),
        ],
      },
    ],
  },
  {
    number: 10,
    at: '2023-10-09T18:44:00+02:00',
    author: chidi,
    mergedBy: eitan,
    how: 'merge',
    branch: 'incidents',
    title: 'Say what an incident is and who leads',
    description: text`
      On 21 September wrong readings went to a board for five hours. Three people saw
      it and each thought that another one had it in hand. Now the one who notices
      leads until somebody takes over in words.
    `,
    commits: [
      { title: 'Add the incident page', edits: [add('content/security/incident.md')] },
      {
        title: 'Link it from passwords and keys',
        edits: [
          change(
            'content/security/passwords-and-keys.md',
            'gets a new one on the same day.',
            'gets a new one on the same day, see [incidents](incident.md).',
          ),
        ],
      },
    ],
  },
  {
    number: 11,
    at: '2023-10-30T09:15:00+01:00',
    author: ada,
    mergedBy: henk,
    how: 'squash',
    branch: 'core-hours',
    title: 'Core hours',
    description: 'The hours of each place in one table, with the public holidays that apply there.',
    commits: [{ title: 'Add core hours', edits: [add('content/how-we-work/core-hours.md')] }],
  },
  {
    number: 12,
    at: '2023-12-04T16:37:00+01:00',
    author: bruno,
    mergedBy: henk,
    how: 'squash',
    branch: 'short-days',
    title: 'Count short days as half',
    description: text`
      A trip to the dentist's town and back is not a day of travel, but two of three
      claims in November were for less than five hours. Half the amount covers a
      lunch, and that was the reason for most of these claims.
    `,
    commits: [
      {
        title: 'Add short days',
        edits: [
          below(
            travel,
            'on meals and small costs.',
            'The amount counts from the hour you leave home to the hour you are back. A day with five hours or less of travel and work away counts half.',
          ),
        ],
      },
    ],
  },
]
