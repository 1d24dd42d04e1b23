import { add, append, below, change, text } from '../edits.ts'
import type { MergeRequest } from '../merge-request.ts'
import { ada, bruno, chidi, dorte, eitan, farah, greta, henk } from '../people.ts'

const travel = 'content/money/travel-allowance.md'
const incident = 'content/security/incident.md'
const hours = 'content/how-we-work/working-hours.md'

export const story2026: readonly MergeRequest[] = [
  {
    number: 33,
    at: '2026-01-19T12:34:00+01:00',
    author: eitan,
    mergedBy: chidi,
    how: 'merge',
    branch: 'who-writes',
    title: 'Separate leading from writing',
    description: '',
    note: {
      author: chidi,
      at: '2026-02-03T09:00:00+01:00',
      text: text`
        On 8 January the person who led also wrote to four boards, and for forty
        minutes nobody looked at the gateways, because both are a whole job.
      `,
    },
    commits: [
      {
        title: 'Add a second role',
        edits: [
          below(
            incident,
            '3. Write to the board within the hour, even if you know nothing yet.',
            'From the second board on, one person leads and another one writes. The one who writes changes nothing.',
          ),
          change(incident, 'last: 2023-10-09', 'last: 2026-01-19'),
        ],
      },
    ],
  },
  {
    number: 34,
    at: '2026-02-16T09:58:00+01:00',
    author: dorte,
    mergedBy: bruno,
    how: 'squash',
    branch: 'hosted-meals',
    title: 'Take off meals that somebody else paid',
    description: text`
      At the fair in January the lunch was free and six of us claimed the whole day. No
      bad will: the page did not say it. A third a meal is what the tax office takes,
      so that we need no second rule.
    `,
    commits: [
      {
        title: 'Add hosted meals',
        edits: [
          below(
            travel,
            'of travel and work away counts half.',
            "When somebody else pays a meal, take off a third of the day's amount. Breakfast in the price of the room is a meal.",
          ),
        ],
      },
    ],
  },
  {
    number: 35,
    at: '2026-04-20T15:03:00+02:00',
    author: farah,
    mergedBy: ada,
    how: 'merge',
    branch: 'foster-children',
    title: 'Count foster children',
    description: text`
      A colleague took in a child of nine and found that the page speaks of the first
      two years of a life. We meant the first two years together.
    `,
    commits: [
      {
        title: 'Say when the two years begin',
        edits: [
          change(
            'content/people/parental-leave.md',
            "in the child's first two years.",
            'in the first two years with the child, whether it was born to you, adopted or fostered.',
          ),
          change('content/people/parental-leave.md', 'last: 2024-01-22', 'last: 2026-04-20'),
        ],
      },
    ],
  },
  {
    number: 36,
    at: '2026-06-08T10:45:00+02:00',
    author: ada,
    mergedBy: bruno,
    how: 'squash',
    branch: 'exceptions',
    title: 'Let leads allow half as much again',
    description: text`
      During the fair every room in Hanover costs 240 EUR. People slept an hour away and
      drove at night, because nobody was allowed to say yes. A lead can now, up to a
      limit, so that Finance hears of it afterwards and not at eleven in the evening.
    `,
    commits: [
      {
        title: 'Add a way out',
        edits: [
          append(
            travel,
            text`
              ## When the limits do not fit

              Your lead may allow up to half as much again, in one written sentence before the trip. Finance reads these sentences once a quarter and changes the table when they repeat.
            `,
          ),
          change(travel, 'last: 2023-02-13', 'last: 2026-06-08'),
        ],
      },
    ],
  },
  {
    number: 37,
    at: '2026-07-20T13:13:00+02:00',
    author: ada,
    mergedBy: henk,
    how: 'merge',
    branch: 'quiet-wednesday',
    title: 'Keep Wednesdays free of meetings',
    description: '',
    commits: [
      {
        title: 'Add the quiet day',
        body: text`
          In June the developers had 11 hours of meetings a week and not one morning
          without. The crews are on the road on Wednesdays anyway, so that day costs least.
        `,
        edits: [
          append(
            hours,
            text`
              ## Quiet Wednesday

              No meetings on Wednesdays. Incidents and customers are not meetings.
            `,
          ),
        ],
      },
      {
        title: 'Shorten the description',
        edits: [change(hours, 'When you can expect an answer from whom.', 'When you can expect an answer.')],
      },
    ],
  },
  {
    number: 38,
    at: '2026-09-14T09:00:00+02:00',
    author: farah,
    mergedBy: henk,
    how: 'merge',
    branch: 'pay-bands',
    title: 'Publish the pay bands from 2027',
    description: text`
      Pay was agreed person by person. When we put the numbers side by side in May, two
      people with the same work were 9,000 EUR apart, and neither could have known. With
      bands on a page, a difference needs a reason that we would say aloud.
    `,
    trailers: ['Co-authored-by: Greta Höll <greta@millrace.example>'],
    commits: [{ title: 'Add the bands', edits: [add('content/people/pay-bands.md')] }],
  },
  {
    number: 39,
    at: '2026-10-19T11:22:00+02:00',
    author: henk,
    mergedBy: greta,
    how: 'squash',
    branch: 'front-page',
    title: 'List the pages that people ask for most',
    description: 'Five links on the first page, taken from the searches of this year, and a line on whom to ask.',
    commits: [
      {
        title: 'Add links',
        edits: [
          append(
            'content/index.md',
            text`
              ## Asked for most

              - [Travel allowance](money/travel-allowance.md)
              - [Time off](people/time-off.md) and [parental leave](people/parental-leave.md)
              - [Working from abroad](people/working-from-abroad.md)
              - [What to do in an incident](security/incident.md)
              - Auf Deutsch: [Willkommen](welcome/de.md); بالعربية: [أهلًا بك](welcome/ar.md)

              Something is missing? Ask Ada Quill, or [write it down](how-we-work/writing-things-down.md).
            `,
          ),
        ],
      },
    ],
  },
  {
    number: 40,
    at: '2026-11-16T16:40:00+01:00',
    author: dorte,
    mergedBy: bruno,
    how: 'merge',
    branch: 'lockers',
    title: 'Propose lockers for field kits',
    description: text`
      We drove back for a missing part 26 times this year, 148 km each time. It is nearly
      always one of eleven parts, so they could lie along the coast instead of in Bremen.
    `,
    commits: [{ title: 'Write down the options', edits: [add('content/decisions/0004-field-kit-lockers.md')] }],
  },
  {
    number: 41,
    at: '2026-11-19T10:05:00+01:00',
    author: farah,
    mergedBy: bruno,
    how: 'merge',
    branch: 'allowance-in-steps',
    title: 'Let the travel allowance rise with prices',
    description: text`
      On 61 of 388 days of travel this year people paid more than the allowance, twice as often
      as the year before. An index that somebody else publishes raises it without a meeting.
    `,
    commits: [
      {
        title: 'Record the decision and say it on the page',
        edits: [
          add('content/decisions/0005-allowance-in-steps.md'),
          append(
            'content/money/travel-allowance.md',
            text`
              ## From January 2027

              Each January the amounts rise by the index of prices of the year before, rounded up to a whole euro. The amounts above hold until then.
            `,
          ),
        ],
      },
    ],
  },
]
