internal import Bilingual

/// What the program itself writes on the pages of a picture, in the picture's language.
struct PageWords {
  let language: Language

  init(_ picture: Picture) {
    language = Language(rawValue: picture.language) ?? .zh
  }

  func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }

  /// Between the members of a list.
  var comma: String { say("、", ", ") }

  func overviewTitle(_ title: String) -> String { titled(title, say("（总览）", " (overview)")) }

  func partTitle(_ title: String, number: Int, count: Int) -> String {
    titled(title, say("（第 \(number) 页，共 \(count) 页）", " (page \(number) of \(count))"))
  }

  /// A headline is cut when it is long, which must not reach what is added here.
  private func titled(_ title: String, _ suffix: String) -> String {
    Wrapping.shortened(title, cells: 76 - Wrapping.cells(suffix)) + suffix
  }

  /// Where the cards of a column stand, as in `第 2、5–9 页`: written out, many pages would not find
  /// room beside the heading.
  func place(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    let list = runs.map { run in
      switch run.count {
      case 1: "\(run.lowerBound)"
      case 2: "\(run.lowerBound)\(comma)\(run.upperBound)"
      default: "\(run.lowerBound)–\(run.upperBound)"
      }
    }.joined(separator: comma)
    return say("第 \(list) 页", numbers.count == 1 ? "page \(list)" : "pages \(list)")
  }

  var numbersExplained: String {
    say(
      "各页卡片序号一致，清单以外的接着编号；→ 与 ← 后为其他页上卡片的序号",
      "cards have the same number on every page, those outside the list the next free ones; "
        + "numbers after → and ← are of cards on other pages"
    )
  }

  func leftOut(_ count: Int) -> String {
    say(
      "总览中未画 \(count) 条行业常识关系，见各分页",
      "the overview leaves out \(count) links of common knowledge; see the parts"
    )
  }

  var small: String {
    say(
      "总览字号小于 \(Markup.number(Paper.Page.leastType)) 磅，宜用更大的纸张",
      "the overview's type is smaller than \(Markup.number(Paper.Page.leastType)) points; use larger paper"
    )
  }

  func seeFootnote(_ sign: String, _ count: Int) -> String {
    say("\(sign) \(count) 处，见页脚", "\(sign) \(count) cards, see below")
  }
}
