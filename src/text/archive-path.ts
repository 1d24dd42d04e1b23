/** Where the versions of a page lie below the site's root, decoded; the same rule for a build and a reader's browser. */
export const archivePath = (route: string): string => `/_whybook/versions${route}versions.json`
