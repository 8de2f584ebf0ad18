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

  func write(_ picture: Picture) throws(Failure) {
    let format = output.flatMap { Self.format(of: $0) } ?? .svg
    let bytes = try picture.rendered(as: format)
    if let output {
      try OutputFile.write(bytes, to: output)
    } else {
      try Terminal.write(bytes)
    }
  }
}

extension Picture {
  func rendered(as format: PictureFormat) throws(Failure) -> [UInt8] {
    do {
      return try render(as: format)
    } catch {
      throw Failure(
        .machine,
        BilingualText(zh: "画图失败：\(error.description)", en: "drawing failed: \(error.description)")
      )
    }
  }
}
