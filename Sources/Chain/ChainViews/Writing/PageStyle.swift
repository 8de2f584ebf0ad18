/// How a page looks, and what it may do.
enum PageStyle {
  /// Nothing but the style sheet below, known by its hash.
  static let policy =
    "default-src 'none'; style-src 'sha256-\(hash)'; "
    + "base-uri 'none'; form-action 'none'"

  /// The SHA-256 of ``sheet`` in Base64; a test computes it anew.
  private static let hash = "snJZ0oLQMXed504s/yZqOokqbJ5zpFFPNQibG0DKxN8="

  /// Wide screens and paper show a table; on a telephone each row is a card, and each value has its
  /// heading beside it. Without `<` and `&`, so that the page is XML too.
  static let sheet = """

    :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --quiet: #5a6370;
      --line: #c3c9d1; --head: #e6eef7; --fill: #fff3c4; --mark: #1f6feb; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14171b; --ink: #e6e9ee; --quiet: #a0a9b5; --line: #3b434d;
        --head: #22303f; --fill: #4d4213; --mark: #6cb0ff; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1rem; max-width: 90rem; background: var(--paper);
      color: var(--ink); font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei",
      "Noto Sans CJK SC", sans-serif; }
    h1 { margin: 0 0 .75rem; font-size: 1.35rem; overflow-wrap: anywhere; }
    table { width: 100%; margin: 0 0 1.5rem; border-collapse: collapse; }
    caption { padding: .25rem 0; text-align: left; color: var(--quiet); }
    th, td { padding: .35rem .55rem; border: 1px solid var(--line); text-align: left;
      vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
    th { background: var(--head); white-space: nowrap; overflow-wrap: normal; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    .fill { background: var(--fill); }
    .note { margin: .25rem 0; color: var(--quiet); overflow-wrap: anywhere; }
    tr:target { outline: 2px solid var(--mark); outline-offset: -2px; }
    @media screen {
      thead th { position: sticky; top: 0; }
    }
    @media screen and (max-width: 45rem) {
      body { padding: .75rem; }
      table, caption, tbody, tr { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tr { margin: 0 0 .75rem; border: 1px solid var(--line); border-radius: 6px; }
      td { display: grid; grid-template-columns: 6.5rem 1fr; gap: .5rem; border: 0;
        border-bottom: 1px solid var(--line); text-align: left; }
      td:last-child { border-bottom: 0; }
      td:empty { display: none; }
      td::before { content: attr(data-label); color: var(--quiet); }
    }
    @media print {
      @page { size: A4 landscape; margin: 12mm; }
      :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #888; --head: #e6eef7;
        --fill: #fff3c4; }
      body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact;
        -webkit-print-color-adjust: exact; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
    }

    """
}
