import { add, write } from './edits.ts'
import { henk } from './people.ts'
import { story2023 } from './story/2023.ts'
import { story2024 } from './story/2024.ts'
import { story2025 } from './story/2025.ts'
import { story2026 } from './story/2026.ts'

/** The first commit: a folder and an empty promise. */
export const start = {
  at: '2023-01-09T16:20:00+01:00',
  author: henk,
  message: 'Start the handbook\n',
  edits: [
    add('handbook.yml'),
    add('CODEOWNERS'),
    add('content/index.md'),
    write('.gitignore', 'dist/\n'),
    write('.mailmap', 'Ada Quill <ada@millrace.example> <ada.quill@millrace.example>\n'),
  ],
}

/** Forty-one merge requests, in the order in which they landed. */
export const story = [...story2023, ...story2024, ...story2025, ...story2026]
