package import Bilingual
internal import CExpat
package import Diagnostics

/// Why an XML text is not read, and where.
package struct XMLFault: Error, Hashable, Sendable {
  /// What kind of fault it is.
  package enum Reason: Hashable, Sendable {
    /// The text is no well-formed XML.
    case malformed
    /// The text declares a document type, with which entities come.
    case declaration
    /// Elements lie deeper than the limit.
    case tooDeep
    /// The text is longer than the limit.
    case tooLarge
  }

  /// What kind of fault it is.
  package let reason: Reason
  /// Where the fault was noticed; columns count Unicode scalars.
  package let position: SourcePosition
  /// What is said to the user, without the place.
  package let message: BilingualText

  static func declaration(at position: SourcePosition) -> Self {
    Self(
      reason: .declaration,
      position: position,
      message: BilingualText(
        zh: "XML 声明了文档类型或实体（<!DOCTYPE>），不予读取",
        en: "the XML declares a document type or entities (<!DOCTYPE>), and is not read"
      )
    )
  }

  static func tooDeep(_ limit: Int, at position: SourcePosition) -> Self {
    Self(
      reason: .tooDeep,
      position: position,
      message: BilingualText(
        zh: "XML 元素嵌套超过 \(limit) 层，不予读取",
        en: "the XML has elements more than \(limit) deep, and is not read"
      )
    )
  }

  static func tooLarge(_ limit: Int) -> Self {
    Self(
      reason: .tooLarge,
      position: SourcePosition(line: 1, column: 1),
      message: BilingualText(
        zh: "XML 超过 \(limit) 字节，不予读取",
        en: "the XML has more than \(limit) bytes, and is not read"
      )
    )
  }

  static func malformed(_ code: XML_Error, at position: SourcePosition) -> Self {
    Self(reason: .malformed, position: position, message: text(of: code))
  }

  private static func text(of code: XML_Error) -> BilingualText {
    switch code {
    case XML_ERROR_NO_ELEMENTS: .init(zh: "XML 里没有元素", en: "the XML has no element")
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION, XML_ERROR_PARTIAL_CHAR:
      .init(zh: "XML 在此中断，没有写完", en: "the XML breaks off here")
    case XML_ERROR_TAG_MISMATCH:
      .init(zh: "结束标记与开始标记不一致", en: "the end tag does not match the start tag")
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      .init(zh: "同一元素有两个同名属性", en: "the element has two attributes of one name")
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      .init(zh: "XML 的根元素之后还有内容", en: "something follows the XML's root element")
    case XML_ERROR_UNDEFINED_ENTITY:
      .init(zh: "引用了没有定义的实体", en: "an entity is named that is not defined")
    case XML_ERROR_BAD_CHAR_REF:
      .init(zh: "引用了不存在的字符", en: "a character is named that there is not")
    case XML_ERROR_UNBOUND_PREFIX:
      .init(zh: "前缀没有声明命名空间", en: "the prefix stands for no namespace")
    case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING:
      .init(
        zh: "XML 的编码不受支持；请另存为 UTF-8",
        en: "the XML's encoding is not supported; save it as UTF-8"
      )
    case XML_ERROR_NO_MEMORY: .init(zh: "内存不足", en: "no memory")
    default: .init(zh: "不是规范的 XML", en: "not well-formed XML")
    }
  }
}
