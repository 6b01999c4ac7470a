package id.tumbuh.reporting.page;

/** One of the first numbers of a page, with what stands beside it. */
record Headline(String label, String value, String beside) {}
