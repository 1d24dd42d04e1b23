/**
 * Words that people use for the same thing at work, in English of both sides of the Atlantic: a group a line, its words
 * between `|`. Written from general knowledge. A handbook adds groups of its own in `search.yml`.
 */
export const englishSynonyms = `
maternity|paternity|parental|parental leave|baby|newborn|birth|born|childbirth|pregnant|pregnancy
adoption|adopt|adopting|foster|surrogacy|parental leave
childcare|nursery|daycare|child care|babysitting|dependent care
breastfeeding|lactation|nursing mother|pumping
pto|paid time off|vacation|holiday|time off|annual leave|days off|day off
sick|sickness|illness|ill|unwell|medical leave|sick leave|sick day
doctor|dentist|medical appointment|medical appointments|appointment
surgery|operation|hospital|medical leave
death|died|dies|dying|passed away|bereavement|funeral|compassionate leave|grief|bereaved
sabbatical|extended leave|leave of absence|unpaid leave|career break
carer|caregiver|caring|family leave|family care
jury duty|jury service|jury|court|civic duty
voting|vote|election
volunteer|volunteering|charity|donation|donate|giving
military|veteran|reservist|reserve
expense|expenses|reimbursement|reimburse|claim|refund|receipts|money back
per diem|daily allowance|subsistence|meal allowance
meal|meals|food|lunch|dinner|breakfast|snacks
travel|trip|business trip|travelling|traveling|journey
flight|flights|fly|flying|airfare|airline|plane|book travel
hotel|accommodation|lodging|airbnb|hotels
train|rail|season ticket|commute|commuting|commuter|transit|public transport
bike|bicycle|cycle|cycling|cycle to work
car|vehicle|driving|drive|mileage|parking|rental car|electric vehicle
salary|pay|compensation|wage|wages|pay band|remuneration|earnings
payroll|payslip|pay slip|paycheck|pay day|payday|get paid|paystub
raise|pay rise|pay increase|merit increase|salary increase|salary review
promotion|promoted|promote|advancement|career progression
bonus|incentive|incentives|spot bonus|variable pay
commission|ote|quota
equity|stock|shares|options|stock options|rsu|vesting
benefits|perks|perk|benefit
insurance|health insurance|dental|vision|medical insurance|healthcare|medical cover
life insurance|life cover|death in service
retirement|401k|pension|tsp|superannuation
therapist|therapy|counseling|counselling|counsellor|counselor|mental health|employee assistance programme|employee assistance program|eap
wellbeing|well-being|wellness|burnout|stress|mental health
gym|fitness|wellness|exercise
overtime|toil|time off in lieu|comp time|compensatory time|extra hours
flexible working|flextime|flexitime|part time|part-time|working pattern|working hours|work schedule|reduced hours|compressed hours
working hours|work hours|core hours|schedule|availability
remote|wfh|work from home|working from home|home office|telework|teleworking|telecommute|distributed|remote work|hybrid
abroad|overseas|foreign|international|another country|different country
move|moving|relocate|relocation|address change|change of address
desk|chair|standing desk|monitor|office equipment|home office equipment|ergonomic
laptop|computer|machine|device|hardware|equipment|macbook|workstation
broken|repair|damaged|replacement|replace
stolen|lost|theft|missing|lose
phone|mobile|cell|smartphone|cellphone
byod|bring your own device|personal device|personal phone|trusted device
software|tool|tools|tech stack|saas|license|licence|subscription|subscriptions
app|application|apps|applications
password|passphrase|passwords|1password|password manager|lastpass|bitwarden
secret|secrets|credential|credentials|api key
2fa|mfa|two factor|multi factor|two-factor authentication|authenticator|yubikey
sso|single sign on|okta|login|log in|sign in
vpn|network|secure connection
internet|wifi|wi-fi|broadband|hotspot
access|permission|permissions|request access
it|information technology|help desk|helpdesk|it support|tech ops|it team|service desk
hr|human resources|people ops|people operations|people team|talent
onboarding|new hire|first day|first week|getting started|new starter|new employee|newcomer|orientation|joining
offboarding|leaving|resign|resignation|quit|quitting|exit|departure|leave the company|hand in notice
notice|notice period|two weeks notice|resignation
layoff|layoffs|redundancy|redundant|severance|reduction in force|rif
fired|firing|terminate|termination|dismissal|dismiss|sacked
disciplinary|discipline|misconduct|warning
probation|probationary|trial period
hire|hiring|recruit|recruiting|recruitment|staffing
interview|interviews|interviewing|interviewer
candidate|applicant|applicants|candidates
referral|refer a friend|employee referral|refer|referrals
job description|role|position|opening|vacancy|job posting|open role
apply|application|applying|internal mobility|transfer|change teams|switch teams
job level|levels|leveling|levelling|career ladder|career framework|seniority|grade|progression framework
performance review|review cycle|feedback|appraisal|evaluation|performance
underperform|performance improvement plan|pip|poor performance
goals|objectives|okr|okrs|targets|key results
one on one|1 on 1|1:1|1-1|one-on-one|1 1|check-in
manager|boss|supervisor|line manager|managers
colleague|coworker|teammate|co-worker|peer|team member
contractor|freelancer|consultant|vendor staff|contingent worker
intern|internship|apprentice|graduate
conflict|disagreement|dispute|argument|disagree
complaint|complain|grievance|grievances|raise a concern|formal complaint
harassment|discrimination|bullying|bully|misconduct|abuse|sexual harassment|respectful workplace
whistleblower|whistleblowing|hotline|anonymous|report misconduct|ethics
code of conduct|conduct|behaviour|behavior|ethics
bribe|bribery|corruption|anti-corruption|gift|gifts
conflict of interest|side project|moonlighting|outside employment|second job|outside activities|side job|freelance
contract|contracts|agreement|msa
nda|non-disclosure|confidentiality|confidential
sign|signature|signing|signatory|signatories|docusign
approve|approval|approver|authorise|authorize|authority|authorities|sign off|sign-off
lawyer|legal|attorney|counsel
trademark|copyright|intellectual property|patent|ip
buy|buying|purchase|purchasing|procurement|procure|acquisition|order
vendor|supplier|third party|vendors|suppliers
invoice|invoices|invoicing|billing|bill|accounts payable|purchase order
credit card|company card|corporate card|purchase card|debit card
budget|spend|spending|budgets|cost|costs
money|cash|funds|finance|financial
tax|taxes|w2|w-2|hmrc|irs
swag|merch|merchandise|t-shirt|tshirt|hoodie|sticker|stickers
training|course|courses|education|tuition|learning|learning and development|certification|qualification|qualifications|professional development
conference|conferences|event|events|speaking|summit
offsite|retreat|team building|onsite|meetup
mentor|mentoring|coaching|buddy|coach
meeting|meetings|call|calls|all hands|all-hands|town hall
standup|stand-up|daily standup|daily scrum|daily meeting
demo|show and tell|show and tells|presentation|showcase
retro|retrospective|retrospectives|lessons learned
sprint|iteration|scrum|agile|cadence
roadmap|planning|priorities|plan
estimate|estimation|story points|sizing
handover|handing over|hand over|handoff|hand-off|transition
project|engagement|kickoff|kick-off
calendar|google calendar|invite|calendars
timesheet|time sheet|timesheets|time tracking|record time|recording time|log hours|tock|track time|recording your time
holidays|public holiday|public holidays|bank holiday|federal holiday|shutdown|xmas|christmas|company holidays
name change|change my name|married|marriage|legal name|preferred name
pronouns|gender|transgender|trans
employment verification|proof of employment|employment letter|verification of employment|reference letter|mortgage
visa|immigration|green card|work permit|sponsorship|passport
security incident|breach|hacked|compromised|incident response|data breach
phishing|scam|spam|suspicious email|social engineering
vulnerability|vulnerabilities|security hole|security bug|exploit|bug bounty|security flaw|responsible disclosure|cve
privacy|personal data|gdpr|pii|personal information|data protection|personally identifiable information
monitor|monitoring|surveillance|tracking|spying
classification|sensitive data|data classification|restricted data
backup|backups|restore|recovery
bcp|business continuity|disaster recovery|contingency
audit|soc 2|compliance|iso 27001
records|retention|archive|foia
oncall|on-call|on call|pager|paged|pagerduty|out of hours|rotation
outage|incident|downtime|down|service disruption
postmortem|post-mortem|rca|root cause|incident review|reviewing an incident
escalate|escalation|urgent|emergency
pull request|pr|merge request|code review|prs|pull requests
branch|git|commit|repository|github
deploy|deployment|release|releases|ship|rollout
bug|defect|issue|bugs
test|testing|qa|quality assurance
rfc|proposal|design doc|request for comments|decision record
decision|decisions|decide|dri
documentation|docs|document|handbook|wiki|playbook
values|principles|culture
mission|vision|strategy
diversity|dei|inclusion|belonging|deib
accessibility|a11y|wcag|screen reader|accessible
disability|accommodation|accommodations|reasonable adjustments|disabled
org chart|team structure|reporting line|who reports|organization chart|teams
ceo|founder|leadership|executive|executives
board|directors|trustees|governance
slack|chat|messaging|channel|channels
email|mail|inbox|gmail|emails
zoom|video call|video conference|google meet
style guide|writing style|tone of voice|voice|grammar|writing guide
logo|brand|branding|colors|colours|fonts
blog|blog post|article|blogging
press|media|journalist|reporter|public relations
social media|twitter|linkedin|facebook
newsletter|announcement|announce|internal comms
website|web site|homepage|site
customer|client|clients|customers|user
partner|partners|agency|partnership
sales|selling|deal|deals|pipeline
pricing|price|discount|quote
support ticket|ticket|tickets|zendesk|help request
user research|usability|user testing|participants|research participants
consent|informed consent|consent form
survey|questionnaire|poll
office|workspace|coworking|co-working|headquarters
visitor|visitors|guest|guests|badge|id card|piv
background check|clearance|security clearance|suitability|vetting
emergency|evacuation|fire|safety|first aid
award|awards|recognition|kudos|appreciation|shoutout|reward
anniversary|birthday|celebrate|celebration
glossary|acronym|acronyms|jargon|terminology|definitions
print|printer|mailing|shipping|postage
`
