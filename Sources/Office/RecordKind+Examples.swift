import CommandLanguage
import Records

extension RecordKind {
  /// The examples of a generic verb, made from the kind's sample values.
  func examples(of verb: GenericVerb) -> [Example] {
    let noun = name.english
    switch verb {
    case .add:
      return sample.add.map {
        [Example("\(noun) add \($0)", "Adds \(name.englishWithArticle).", "添加一条\(name.chinese)。")]
      } ?? []
    case .set:
      return sample.change.map {
        [Example("\(noun) set \(sample.handle) \($0)", "Changes one field.", "修改一个字段。")]
      } ?? []
    case .show:
      return [Example("\(noun) show \(sample.handle)", "Shows all fields.", "查看全部字段。")]
    case .list:
      var examples = [Example("\(noun) list", "Lists them all.", "列出全部。")]
      if !sample.filter.isEmpty {
        examples.append(Example("\(noun) list \(sample.filter)", "Lists some of them.", "按条件列出。"))
      }
      return examples
    case .count:
      let filter = sample.filter.isEmpty ? "" : " \(sample.filter)"
      return [Example("\(noun) count\(filter)", "Counts them.", "计数。")]
    case .remove:
      guard let add = sample.add, let removable = sample.removable else { return [] }
      return [
        Example(
          "\(noun) add \(add); \(noun) remove \(removable)", "Removes it; other records must not name it.",
          "删除；不得有其他记录引用它。")
      ]
    }
  }
}
