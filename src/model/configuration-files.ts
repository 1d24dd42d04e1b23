/** Names of the configuration, at the top of the repository or of the content folder. */
export const CONFIGURATION_FILES: readonly string[] = ['handbook.yml', 'handbook.yaml']
