import { checkoutConfig } from './src/astro/checkout.ts'

// For Astro's own commands in the checkout; `whybook` brings its configuration itself (src/astro/config.ts).
export default await checkoutConfig()
