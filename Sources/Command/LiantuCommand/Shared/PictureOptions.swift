import ArgumentParser
import Bilingual
import ChainDrawing

/// Where a picture goes and in which form.
struct PictureOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(
        "写入文件：.svg、.png、.pdf 或 .dot（缺省把 SVG 写到标准输出）",
        "the file: .svg, .png, .pdf or .dot (default: SVG on standard output)"
      ),
      valueName: "file"
    )
  )
  var output: String?

  func validate() throws {
    guard let output, Self.format(of: output) == nil else { return }
    throw ValidationError(
      say(
        "文件名应以 .svg、.png、.pdf 或 .dot 结尾：\(output)",
        "the file must end in .svg, .png, .pdf or .dot: \(output)"
      )
    )
  }

  static func format(of path: String) -> PictureFormat? {
    path.lastIndex(of: ".").flatMap {
      PictureFormat(rawValue: path[path.index(after: $0)...].lowercased())
    }
  }

  /// Writes a picture; of several files, the first takes the name given and the others follow it.
  func write(_ picture: Picture, _ writer: PictureWriter, in language: Language) throws(Failure) {
    let format = output.flatMap { Self.format(of: $0) } ?? .svg
    try Self.write(picture, as: format, to: output, writer, in: language)
  }

  /// Writes a plate, of several pages as ``write(_:_:in:)`` does.
  func write(_ plate: Plate, _ writer: PictureWriter, in language: Language) throws(Failure) {
    let format = output.flatMap { Self.format(of: $0) } ?? .svg
    try Self.write(
      try writer.files(of: plate, as: format),
      to: output,
      parts: BilingualText(zh: "", en: ""),
      in: language
    )
  }

  /// Writes a picture in a format, to standard output without a file; see
  /// ``write(_:_:in:)``.
  static func write(
    _ picture: Picture,
    as format: PictureFormat,
    to output: String?,
    _ writer: PictureWriter,
    in language: Language
  ) throws(Failure) {
    try write(
      try writer.files(of: picture, as: format),
      to: output,
      parts: BilingualText(zh: "（总览和分页）", en: ", an overview and parts"),
      in: language
    )
  }

  private static func write(
    _ files: [PictureWriter.File],
    to output: String?,
    parts: BilingualText,
    in language: Language
  ) throws(Failure) {
    guard let output, let dot = output.lastIndex(of: ".") else {
      guard files.count == 1 else {
        throw Failure(
          .usage,
          BilingualText(
            zh: "这幅图分成 \(files.count) 页；用 -o 指明文件",
            en: "the picture takes \(files.count) pages; name a file with -o"
          ),
          in: language
        )
      }
      return try Terminal.write(files[0].bytes)
    }
    let paths = files.map { String(output[..<dot]) + $0.suffix + String(output[dot...]) }
    try OutputFile.write(zip(paths, files).map { ($0, $1.bytes) })
    let count = files.reduce(0) { $0 + $1.pageCount }
    guard count > 1 else { return }
    let list = paths.joined(separator: ", ")
    Terminal.tell(
      BilingualText(
        zh: "分成 \(count) 页\(parts.zh)：\(list)",
        en: "\(count) pages\(parts.en): \(list)"
      )[language]
    )
  }
}
