import Diagnostics
package import GraphKernel

/// A name that holds what a reader cannot see, or what looks like another character.
///
/// Two such names are two to the model though they are one to the eye; most come out of converted
/// documents, where 人 may be the radical U+2F08 and a space of no width stands between lines.
package struct LookAlike: Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// Takes no room: a space of no width, a mark of direction, a selector of variants.
    case unseen(Unicode.Scalar)
    /// A form kept for old encodings, and what is commonly written.
    case form(Unicode.Scalar, common: String)
  }

  package let node: NodeIndex
  /// The name or alias.
  package let spelling: String
  /// The first that it holds.
  package let cause: Cause
  /// Another node that bears the name that this one looks like.
  package let twin: NodeIndex?
}

extension ChainGraph {
  /// The names and aliases that look like others, in the order of the data.
  ///
  /// - Complexity: O(*n*) over the bytes of all names.
  package func lookAlikes() -> [LookAlike] {
    let spellings = nodeTable.spellings
    return nodes.flatMap { node in
      spellings.range(of: node.position).compactMap { spelling -> LookAlike? in
        guard spellings.texts.withBytes(of: spelling, LookAlike.isSuspect) else { return nil }
        let text = spellings.texts[spelling]
        guard let cause = LookAlike.causes(in: text).lazy.compactMap(\.cause).first else {
          return nil
        }
        let twin = nodes(named: LookAlike.shown(text)).first { $0 != node }
        return LookAlike(node: node, spelling: text, cause: cause, twin: twin)
      }
    }
  }
}

extension LookAlike {
  /// Whether a name holds what cannot be seen, or what looks like another character.
  package static func isOne(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isSuspect)
      && causes(in: text).contains { $0.cause != nil }
  }

  /// What a reader sees of `text`.
  static func shown(_ text: String) -> String {
    causes(in: text).reduce(into: "") { shown, part in
      switch part.cause {
      case .unseen: break
      case .form(_, let common): shown += common
      case nil: shown.unicodeScalars.append(part.scalar)
      }
    }
  }

  /// The scalars of a text, each with what is odd about it.
  static func causes(in text: String) -> [(scalar: Unicode.Scalar, cause: Cause?)] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.map { position in
      let scalar = scalars[position]
      return (scalar, isSeen(at: position, of: scalars) ? nil : cause(scalar))
    }
  }

  /// Whether a scalar that takes no room of its own is seen in an emoji: as the joiner of two, as the
  /// choice of its colours, or as a letter of a flag.
  private static func isSeen(at position: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard position > 0 else { return false }
    let before = scalars[position - 1]
    let next = position + 1 < scalars.count ? scalars[position + 1] : nil
    switch scalars[position].value {
    case 0x200D:
      return (isPicture(before) || before.value == 0xFE0F) && next.map(isPicture) == true
    case 0xFE0E, 0xFE0F:
      // Digits are emoji too, as parts of keys.
      return isPicture(before) || before.properties.isEmoji && next?.value == 0x20E3
    case 0xE0020...0xE007F:
      let flag = scalars[..<position].last { !(0xE0020...0xE007F).contains($0.value) }
      return flag?.value == 0x1F3F4
    default: return false
    }
  }

  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && scalar.properties.isEmoji
  }

  static func cause(_ scalar: Unicode.Scalar) -> Cause? {
    switch scalar.value {
    case 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x2060...0x2064, 0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0,
      0xE0000...0xE0FFF:
      .unseen(scalar)
    case 0x2E9F: .form(scalar, common: "母")
    case 0x2EF3: .form(scalar, common: "龟")
    case 0x2F00..<0x2F00 + UInt32(radicals.count):
      .form(scalar, common: String(radicals[Int(scalar.value - 0x2F00)]))
    case 0xFF61..<0xFF61 + UInt32(narrowKana.count):
      .form(scalar, common: String(narrowKana[Int(scalar.value - 0xFF61)]))
    case 0xFB00..<0xFB00 + UInt32(ligatures.count):
      .form(scalar, common: ligatures[Int(scalar.value - 0xFB00)])
    case 0x1D400...0x1D6A3:
      // Thirteen alphabets of 52 letters, one behind the other.
      .form(scalar, common: String(letters[Int(scalar.value - 0x1D400) % letters.count]))
    default: nil
    }
  }

  /// Whether a name in UTF-8 may hold one of these, by its bytes: almost none does.
  static func isSuspect(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for position in text.indices where text[position] >= 0xC2 {
      let (lead, next) = (text[position], position + 1 < text.count ? text[position + 1] : 0)
      switch lead {
      case 0xC2: if next == 0xAD { return true }
      case 0xCD: if next == 0x8F { return true }
      case 0xD8: if next == 0x9C { return true }
      case 0xE1: if [0x85, 0x9E, 0xA0].contains(next) { return true }
      case 0xE2:
        let third = position + 2 < text.count ? text[position + 2] : 0
        if next == 0x80 && third < 0x90 || next == 0x81 || next >= 0xBA { return true }
      case 0xE3: if next == 0x85 { return true }
      case 0xEF: if [0xAC, 0xB8, 0xBB, 0xBD, 0xBE].contains(next) { return true }
      case 0xF0: if next == 0x9D { return true }
      case 0xF3: return true
      default: continue
      }
    }
    return false
  }

  /// What the radicals from U+2F00 on are commonly written as.
  private static let radicals = Array(
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕"
      + "大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日"
      + "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
      + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
      + "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音"
      + "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"
  )

  /// What the half-width forms from U+FF61 on are commonly written as.
  private static let narrowKana = Array(
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセ"
      + "ソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
  )

  /// What the ligatures from U+FB00 on are commonly written as.
  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
}
