package import Bilingual

/// Why an archive, or a part of it, is not read.
package struct ZipFault: Error, Hashable, Sendable {
  /// What kind of fault it is.
  package enum Reason: Hashable, Sendable {
    /// The bytes are no archive, or a damaged one.
    case damaged
    /// The archive has more parts than the limit.
    case tooManyParts
    /// A name leads out of the archive.
    case climbingName
    /// Two parts have one name; the case of letters makes no difference.
    case repeatedName
    /// The part unpacks to more than a limit allows.
    case tooLarge
    /// The part needs a password.
    case encrypted
    /// The part is packed by a method other than deflate.
    case foreignMethod
  }

  /// What kind of fault it is.
  package let reason: Reason
  /// The part at fault; `nil` for the archive as a whole.
  package let part: String?

  init(_ reason: Reason, part: String? = nil) {
    (self.reason, self.part) = (reason, part)
  }

  /// What is said to the user.
  package var message: BilingualText {
    let place = part.map { BilingualText(zh: "其中的 \($0)", en: "the part \($0)") }
    let whole = place ?? BilingualText(zh: "压缩包", en: "the archive")
    return switch reason {
    case .damaged:
      place == nil
        ? BilingualText(zh: "不是完好的 zip 压缩包", en: "not a sound zip archive")
        : BilingualText(zh: "\(whole.zh) 已损坏", en: "\(whole.en) is damaged")
    case .tooManyParts:
      BilingualText(zh: "压缩包内的文件过多，不予读取", en: "the archive has too many parts, and is not read")
    case .climbingName:
      BilingualText(
        zh: "\(whole.zh) 的名称指向压缩包之外，不予读取",
        en: "the name of \(whole.en) leads out of the archive, which is not read"
      )
    case .repeatedName:
      BilingualText(
        zh: "\(whole.zh) 出现不止一次，不予读取",
        en: "\(whole.en) occurs more than once, and the archive is not read"
      )
    case .tooLarge:
      BilingualText(
        zh: "\(whole.zh) 解压后过大，不予读取",
        en: "\(whole.en) unpacks to too much, and is not read"
      )
    case .encrypted:
      BilingualText(
        zh: "\(whole.zh) 设有密码；请去掉密码后另存",
        en: "\(whole.en) is protected by a password; save it without one"
      )
    case .foreignMethod:
      BilingualText(
        zh: "\(whole.zh) 的压缩方式不受支持",
        en: "\(whole.en) is packed by a method that is not supported"
      )
    }
  }
}
