/// The names in a list of projects: 甲乙化工二期、丙丁3GW组件和戊己园等10个重点.
struct ProjectNames {
  /// A name, and the enterprise that the list names alone where it does.
  struct Name {
    let characters: Characters
    var enterprise: Characters?
  }

  private(set) var names: [Name] = []
  /// Whether the list ends in 等.
  private(set) var isOpen = false
  /// Whether a sum stands before one of them.
  private var hasSum = false

  private static let longestName = 40

  /// - Parameter list: What stands before 项目.
  init(_ list: ArraySlice<Unicode.Scalar>) {
    var kind: ArraySlice<Unicode.Scalar> = []
    var found: [ArraySlice<Unicode.Scalar>] = []
    for piece in Self.pieces(list) {
      let whole = piece
      var piece = Self.withoutSum(whole)
      if piece.count < whole.count { hasSum = true }
      if let open = piece.lastIndex(of: "等"), open > piece.startIndex {
        // 支持某某等企业开展…: who does it, not what is done.
        guard !piece[open...].contains("企业") else { continue }
        isOpen = true
        kind = Self.kind(piece[(open + 1)...])
        piece = piece[..<open]
      }
      if piece.ends("项目") { piece = piece.dropLast(2) }
      if Self.isName(piece) { found.append(piece) }
    }
    names = found.map { Name(characters: Self.withoutSpaces($0)) }
    shareKind(kind)
  }

  // MARK: Cutting

  /// The names between 、 and between the joint of the last two, brackets kept whole.
  private static func pieces(
    _ list: ArraySlice<Unicode.Scalar>
  ) -> [ArraySlice<Unicode.Scalar>] {
    var pieces: [ArraySlice<Unicode.Scalar>] = []
    var start = list.startIndex
    var depth = 0
    for position in list.indices {
      if list[position].closing != nil { depth += 1 }
      if list[position].opening != nil { depth = max(0, depth - 1) }
      guard depth == 0, list[position] == "、" else { continue }
      pieces.append(list[start..<position])
      start = position + 1
    }
    pieces.append(list[start...])
    guard pieces.count > 1 || list.contains("项目和") else { return pieces }
    return pieces.flatMap { piece in
      for joint in ["项目和", "和"] as [Word] {
        guard let found = piece.first(joint), piece.count > 7 else { continue }
        let (left, right) = (piece[..<found], piece[(found + joint.characters.count)...].trimmed)
        // 30万台电脑和200万套灯具 is one project of two sizes.
        guard left.count > 2, right.count > 1, right.first?.isDigit != true else { continue }
        return [left, right]
      }
      return [piece]
    }
  }

  /// A name without the sum before it: 总投资20亿元的甲乙产业园.
  private static func withoutSum(
    _ piece: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    guard let mark = piece.lastIndex(of: "的"), piece[..<mark].contains("投资"),
      piece[..<mark].contains(where: \.isDigit)
    else { return piece }
    return piece[(mark + 1)...]
  }

  /// What 等 and 项目 hold between them, without what every list says: 光伏 of 10个重点光伏.
  private static func kind(_ words: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var words = words
    while true {
      if let word = words.beginning(of: EntityWords.generalKinds) {
        words = words.dropFirst(word.characters.count)
      } else if let first = words.first,
        first.isDigit || Marker.chinese(first) != nil || "个项".unicodeScalars.contains(first)
      {
        words = words.dropFirst()
      } else {
        break
      }
    }
    guard (2...8).contains(words.count), words.allSatisfy(\.isHan) else { return [] }
    return words
  }

  private static func withoutSpaces(_ name: ArraySlice<Unicode.Scalar>) -> Characters {
    var kept: Characters = []
    for (position, character) in zip(name.indices, name) {
      let next = position + 1 < name.endIndex ? name[position + 1] : character
      if character.isSpace, !(kept.last?.isLatin ?? true) || !next.isLatin { continue }
      kept.append(character)
    }
    return kept
  }

  // MARK: What a list shares

  /// 华能、欣旺达等光伏项目; 华电、山能风电项目: who builds, and what all of them build.
  private mutating func shareKind(_ kind: ArraySlice<Unicode.Scalar>) {
    var shared = Array(kind)
    if shared.isEmpty, names.count > 1, let last = names.last,
      let product = last.characters[...].ending(of: BuilderGuess.common),
      Self.isBare(last.characters.dropLast(product.characters.count)),
      Self.isBare(names[0].characters[...])
    {
      shared = product.characters
      names[names.count - 1].enterprise = Array(last.characters.dropLast(product.characters.count))
    }
    guard !shared.isEmpty else { return }
    for position in names.indices where Self.isBare(names[position].characters[...]) {
      let name = names[position].characters
      names[position] = Name(characters: name + shared, enterprise: name)
    }
  }

  /// Whether a name is an enterprise's short name and does not say what is built.
  private static func isBare(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    (2...3).contains(name.count) && name.allSatisfy(\.isHan)
      && name.ending(of: EntityWords.tradeEndings) == nil
      && name.ending(of: BuilderGuess.common.filter { $0.characters.count > 1 }) == nil
      && !EntityWords.branches.contains(name.string)
      && name.ending(of: ["期", "园", "区", "城", "站", "厂", "港", "路", "桥", "线", "库", "基地", "中心", "工程"])
        == nil
      && EnterpriseReader.isName(name)
  }

  private static func isName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard name.count >= 2, name.count <= longestName else { return false }
    guard !name.contains(where: { EntityWords.strangers.contains($0) }) else { return false }
    guard !name.contains("企业"), !EntityWords.branches.contains(name.string) else { return false }
    guard let word = name.beginning(of: EntityWords.generic) else { return true }
    // 新南方家私20万套: a size tells that the first character belongs to a name.
    return word.characters.count == 1 && name.dropFirst(2).contains(where: \.isDigit)
      && Marker.chinese(name[name.startIndex]) == nil
  }

  /// Whether every name says what is built and by whom, so that no verb need tell it.
  var isPlain: Bool {
    !names.isEmpty
      && names.allSatisfy { name in
        let characters = name.characters[...]
        return characters.count > 4
          && (hasSum || characters.contains(where: \.isDigit) || name.enterprise != nil
            || characters.dropFirst(2).containsAny(EntityWords.tradeEndings)
            || characters.ending(of: EntityWords.parkEndings) != nil)
      }
  }
}
