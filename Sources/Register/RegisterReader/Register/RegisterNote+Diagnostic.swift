import Bilingual
package import Diagnostics

extension RegisterNote {
  /// The note as a warning, at the place of the first.
  package var diagnostic: Diagnostic {
    Diagnostic(.warning, code: reason.rawValue, message: message, help: help, at: first)
  }

  /// The numbers of the rows, in brackets; nothing where there are none.
  private var list: BilingualText {
    guard !rows.isEmpty else { return BilingualText(same: "") }
    let more = count > rows.count && rows.count == Self.mostRows ? "…" : ""
    let numbers = rows.map(String.init)
    return BilingualText(
      zh: "（第 " + numbers.joined(separator: "、") + more + " 行）",
      en: " (\(rows.count == 1 ? "row" : "rows") " + numbers.joined(separator: ", ") + more + ")"
    )
  }

  private func text(_ zh: String, _ en: String) -> BilingualText {
    BilingualText(zh: zh + list.zh, en: en + list.en)
  }

  private func counted(_ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  private var message: BilingualText {
    switch reason {
    case .namelessRows, .totalRows, .headingRows, .tableNotes, .overlongRows, .titleRows,
      .shortRows, .hiddenRows:
      rowMessage
    case .unknownHeading, .unnamedColumn, .secondColumn, .ambiguousHeading, .guessedHeading,
      .joinedScopes:
      headingMessage
    case .otherSheet, .errorCells, .uncomputedCells, .mergedCells, .guessedEncoding, .unreadFields:
      fileMessage
    case .emptyWords, .unclearYears, .unclearShares, .unclearFlags, .joinedNames, .textMarks,
      .industryWords, .shortIndustryCodes, .numericCodes, .roundCodes:
      cellMessage
    }
  }

  private var rowMessage: BilingualText {
    let rows = counted("row", "rows")
    return switch reason {
    case .totalRows: text("\(count) 行是合计、小计，没有取", "\(rows) left out as totals")
    case .headingRows:
      text("\(count) 行是重复的列名，没有取", "\(rows) left out that repeat the headings")
    case .tableNotes: text("\(count) 行是表的说明，没有取", "\(rows) left out as notes on the table")
    case .overlongRows:
      text("\(count) 行的格数多于列名，没有取", "\(rows) left out with more cells than headings")
    case .titleRows:
      text("列名以上的 \(count) 行当作标题，没有取", "\(rows) above the headings left out as a title")
    case .shortRows:
      text("\(count) 行的格数少于列名，缺的当作空格", "\(rows) with fewer cells than headings, read as empty")
    case .hiddenRows:
      text("\(count) 行在表中是隐藏的（或被筛选掉），也取了", "\(rows) read that are hidden, as by a filter")
    default: text("\(count) 行没有企业名称，没有取", "\(rows) left out without a name")
    }
  }

  private var headingMessage: BilingualText {
    switch reason {
    case .unknownHeading:
      text(
        "\(count) 列的列名不认识，原样保留在其他内容里：\(subject)",
        "\(counted("column", "columns")) with unknown headings, kept as other values: \(subject)"
      )
    case .unnamedColumn:
      text(
        "第 \(subject.dropFirst()) 列没有列名，其中 \(count) 个值保留在其他内容里",
        "column \(subject.dropFirst()) has no heading; \(counted("value", "values")) kept as other values"
      )
    case .secondColumn:
      text(
        "“\(subject)”列也可作“\(detail)”，已有别的列，保留在其他内容里",
        "'\(subject)' could state '\(detail)' too, which another column does; kept as other values"
      )
    case .ambiguousHeading:
      text(
        "列名“\(subject)”可指几项（\(detail)），没有采用，保留在其他内容里",
        "the heading '\(subject)' can mean several fields (\(detail)); kept as other values"
      )
    case .joinedScopes:
      text(
        "\(count) 列合成经营范围，用分号相连：\(subject)",
        "\(count) columns are joined to one business scope with semicolons: \(subject)"
      )
    default:
      text(
        "列名“\(subject)”可指几项（\(detail)），取第一项",
        "the heading '\(subject)' can mean several fields (\(detail)), and is taken for the first"
      )
    }
  }

  private var fileMessage: BilingualText {
    switch reason {
    case .otherSheet:
      text(
        "工作表“\(subject)”的 \(count) 行没有取：只取一张",
        "\(counted("row", "rows")) of the sheet '\(subject)' left out: one sheet is read"
      )
    case .errorCells:
      text(
        "\(count) 个格是错误 \(subject)，没有取",
        "\(counted("cell", "cells")) left out: Excel could not compute, such as \(subject)"
      )
    case .uncomputedCells:
      text(
        "\(count) 个公式没有结果，没有取",
        "\(counted("formula", "formulas")) left out: the file holds no result"
      )
    case .mergedCells:
      text(
        "\(count) 格与上面的格合并，取了合并格的值",
        "\(counted("cell", "cells")) merged with one above, read with its value"
      )
    case .unreadFields:
      text(
        "字段“\(subject)”的 \(count) 个值没有取",
        "\(counted("value", "values")) of the field '\(subject)' left out"
      )
    default:
      BilingualText(
        zh: "文件没有说明编码，推测是 \(subject)，按此读取" + (detail.isEmpty ? "" : "；也可能是 \(detail)"),
        en: "read as \(subject), which is a guess: the file does not say how it is written"
          + (detail.isEmpty ? "" : "; it may be \(detail)")
      )
    }
  }

  private var cellMessage: BilingualText {
    let cells = counted("cell", "cells")
    return switch reason {
    case .emptyWords:
      text(
        "\(count) 格写的是“\(subject)”，当作没有，没有取",
        "\(cells) left out that \(count == 1 ? "says" : "say") there is nothing: '\(subject)'"
      )
    case .unclearYears:
      text("\(count) 格不是年份，没有取", "\(cells) left out: no year")
    case .unclearShares:
      text(
        "\(count) 个产品后的数不像占比（大于 1 又没有 %），留在产品名里",
        "\(counted("product", "products")) ending in a number that is no share, kept in the name"
      )
    case .unclearFlags:
      text(
        "“\(subject)”有 \(count) 格不是“是”或“否”（如“\(detail)”），写在括号里保留",
        "\(cells) of '\(subject)' neither yes nor no, such as '\(detail)', kept in brackets"
      )
    case .joinedNames:
      text("\(count) 个名称写在几行里，已连成一行", "\(counted("name", "names")) on several lines, joined to one")
    case .textMarks:
      text(
        "\(count) 个信用代码带有引号、等号等标记，已去掉",
        "\(counted("credit code", "credit codes")) with marks such as quotes, taken off"
      )
    case .industryWords:
      text(
        "“\(subject)”有 \(count) 格没有行业代码，保留在其他内容里",
        "\(cells) of '\(subject)' without an industry code, kept as other values"
      )
    case .shortIndustryCodes:
      text(
        "\(count) 个行业代码只有三位，前面的 0 可能丢了",
        "\(counted("industry code", "industry codes")) of three digits, which may have lost a nought"
      )
    case .numericCodes:
      text("\(count) 个信用代码是数，不是文本", "\(counted("credit code", "credit codes")) written as numbers")
    default:
      text(
        "\(count) 个信用代码以 000 结尾，末几位可能已丢失",
        "\(counted("credit code", "credit codes")) ending in 000, whose last digits may be lost"
      )
    }
  }

  private var help: BilingualText? {
    switch reason {
    case .unknownHeading, .secondColumn, .ambiguousHeading, .guessedHeading, .unnamedColumn:
      let heading = reason == .unknownHeading ? subject.prefix { $0 != "、" } : subject[...]
      return BilingualText(
        zh: "要指定某列是什么，写 --columns，如 name=\(heading)",
        en: "to say what a column states, write --columns, such as name=\(heading)"
      )
    case .overlongRows:
      return BilingualText(
        zh: "含分隔符或换行的内容要加英文双引号",
        en: "quote what holds a separator or a line end"
      )
    case .shortIndustryCodes, .numericCodes, .roundCodes:
      return BilingualText(
        zh: "把该列的格式设为“文本”，从原始资料重新录入",
        en: "set the format of the column to Text, and type the codes in anew"
      )
    case .guessedEncoding:
      return BilingualText(
        zh: "名称若有乱码，指明编码，如 --encoding big5",
        en: "where names come out wrong, say which it is, such as --encoding big5"
      )
    case .uncomputedCells:
      return BilingualText(
        zh: "在 Excel 或 WPS 里打开并保存一次",
        en: "open it in Excel or WPS and save it again"
      )
    default: return nil
    }
  }
}
