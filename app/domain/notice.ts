/**
 * The version of the privacy notice that the catalogues hold (namespace `notice`). It is stored with each application:
 * a change of what the notice says is a new version.
 */
export const noticeVersion = '2026-11-01'
