internal import Bilingual
internal import Escapes

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Pages {
  /// A whole page with a notice at its top while newer data is refused; parts of pages stay as they
  /// are.
  func noting(_ html: String) -> String {
    guard let refused = state.refused, let body = html.range(of: "<body"),
      let end = html[body.upperBound...].firstIndex(of: ">")
    else { return html }
    let language = state.current.language
    let words = BilingualText(
      zh: "数据集有改动，但其中有 \(refused.diagnostics.count) 处问题，没有采用；现在看到的是改动之前的内容",
      en: "the data set has changed, but was refused for \(refused.diagnostics.count) faults; "
        + "this is what it said before"
    )
    let notice =
      "\n<aside class=\"fault notice\" role=\"alert\"><details><summary>\(words[language])</summary>"
      + "<pre>\(Escaper.html.escaped(refused.report(in: language)))</pre></details></aside>"
    let place = html.index(after: end)
    return html[..<place] + notice + html[place...]
  }
}
