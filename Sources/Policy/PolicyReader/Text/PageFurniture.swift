/// What a page has around its text: navigation, the way to the page, sharing, the foot.
///
/// An element is taken for such by what it is called, where it is short and has no heading; lines at the ends of
/// the page by what they begin with.
struct PageFurniture {
  /// The elements that may be it.
  private static let elements: Set<String> = [
    "div", "ul", "ol", "section", "header", "footer", "aside", "nav", "form", "dl",
  ]
  /// What classes and identities of such elements are called, whole or before a `-` or `_`.
  private static let names: Set<String> = [
    "nav", "navbar", "navigation", "menu", "footer", "foot", "bottom", "breadcrumb", "breadcrumbs",
    "bread",
    "crumb", "crumbs", "share", "sidebar", "toolbar", "copyright", "friendlink", "header", "head",
    "top",
    "topbar", "related", "rel", "recommend", "pagination", "print", "login", "search", "qrcode",
    "location",
    "dqwz", "position", "fenxiang", "share-box",
  ]
  /// Those that hold nothing else.
  private static let sure: Set<String> = [
    "nav", "navbar", "navigation", "menu", "footer", "foot", "breadcrumb", "breadcrumbs", "bread",
    "crumb",
    "crumbs", "share", "copyright", "friendlink",
  ]
  /// The longest element that is taken for it.
  private static let longest = 6_000
  /// How many elements were left out.
  private(set) var count = 0
  /// How often an element may turn out to be none before looking ends.
  private var room = 400

  /// The end of the element that `tag` begins, where that is furniture; `nil` for any other.
  ///
  /// - Complexity: O(1): no more than the longest element is looked at, and not without end.
  mutating func end(of tag: WebTag, in characters: Characters) -> Int? {
    guard !tag.isEnd, !tag.isEmpty, Self.elements.contains(tag.name),
      isNamed(tag, characters, Self.names),
      room > 0
    else { return nil }
    var depth = 1
    var position = tag.end
    let limit = min(characters.count, tag.end + Self.longest)
    while position < limit {
      guard characters[position] == "<" else {
        position += 1
        continue
      }
      let next = WebTag(in: characters, at: position)
      position = max(next.end, position + 1)
      if ["h1", "h2", "table", "article"].contains(next.name) { break }
      guard next.name == tag.name, !next.isEmpty else { continue }
      depth += next.isEnd ? -1 : 1
      if depth == 0 {
        // A text may lie in an element called top.
        let isSure =
          tag.name == "nav" || tag.name == "footer" || isNamed(tag, characters, Self.sure)
        let holdsText = characters[tag.end..<position].containsAny(["牵头", "责任单位", "负责"])
        guard isSure || !holdsText else { break }
        count += 1
        return position
      }
    }
    room -= 1
    return nil
  }

  private func isNamed(
    _ tag: WebTag,
    _ characters: Characters,
    _ names: Set<String>
  ) -> Bool {
    if tag.name == "footer" || tag.name == "nav" { return true }
    let words = ["class", "id"].compactMap { tag.attribute($0, in: characters) }
      .flatMap { $0.lowercased().split(whereSeparator: \.isWhitespace) }
    return words.contains { word in
      names.contains(String(word))
        || word.firstIndex(where: { $0 == "-" || $0 == "_" })
          .map { names.contains(String(word[..<$0])) } == true
          && !word.contains("title") && !word.contains("content")
    }
  }

  // MARK: Lines

  /// What lines around a text begin with.
  private static let around = [
    "当前位置", "您的位置", "您现在的位置", "首页 >", "首页>", "分享到", "扫一扫", "打印本页", "关闭窗口", "【打印", "[打印",
    "【字体", "字体:", "字体：", "浏览量", "浏览次数", "访问量", "相关链接", "相关文档", "相关阅读", "相关附件", "相关信息", "上一篇",
    "下一篇", "网站地图", "联系我们", "无障碍", "版权所有", "备案号", "网站标识码", "技术支持", "Copyright", "京公网安备",
  ]
  /// What does so at its foot, and in a text as well.
  private static let foot = ["主办单位", "主办:", "主办：", "承办单位", "承办:", "承办：", "版权", "维护单位"]
  /// What tells that the foot of a page has come.
  private static let marks = ["ICP", "备案号", "网站标识码", "公网安备", "版权所有", "技术支持"]
  /// How many lines a foot has.
  private static let footLines = 14

  /// The lines of a page without those around its text, and how many those are.
  static func body(of text: String) -> (text: String, dropped: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let tail = max(0, lines.count - footLines)
    let first = lines.indices.dropFirst(tail).first { line in
      marks.contains { lines[line].contains($0) }
    }
    let kept = lines.enumerated().filter { position, line in
      let line = line.drop(while: \.isWhitespace)
      // A sentence of the text may begin alike.
      let isShort =
        line.count <= 40 && !line.contains("。")
        && !["责任", "牵头", "负责"].contains { line.contains($0) }
      if isShort, around.contains(where: { line.hasPrefix($0) }) { return false }
      guard let first, position >= tail else { return true }
      return position < first - 3 || !foot.contains { line.hasPrefix($0) }
    }
    return (kept.map(\.element).joined(separator: "\n"), lines.count - kept.count)
  }
}
