type Names = readonly [string, ...string[]];

interface Script {
  first: Names;
  last: Names;
}

/** Given and family names, of several scripts. */
export const scripts: readonly [Script, ...Script[]] = [
  {
    first: [
      "Ada",
      "Grace",
      "Katherine",
      "Dorothy",
      "Mary",
      "Annie",
      "Hedy",
      "Radia",
      "Barbara",
      "Frances",
    ],
    last: [
      "Lovelace",
      "Hopper",
      "Johnson",
      "Vaughan",
      "Jackson",
      "Easley",
      "Lamarr",
      "Perlman",
      "Liskov",
    ],
  },
  {
    first: ["José", "Zoë", "Søren", "Åsa", "Jürgen", "Łucja", "Inés", "Chloé", "Éva", "João"],
    last: [
      "García",
      "Müller",
      "Sørensen",
      "Kowalski",
      "Lefèvre",
      "Nuñez",
      "Weiß",
      "Novák",
      "Çelik",
    ],
  },
  {
    first: ["Ольга", "Иван", "Дмитрий", "Анна", "Софья"],
    last: ["Иванова", "Кузнецов", "Ковалевская", "Попов", "Соколова"],
  },
  {
    first: ["Ελένη", "Γιώργος", "Μαρία", "Νίκος", "Σοφία"],
    last: ["Παπαδοπούλου", "Γεωργίου", "Δημητρίου", "Νικολάου"],
  },
  {
    first: ["美咲", "太郎", "小明", "秀英", "지우"],
    last: ["田中", "佐藤", "王", "李", "김"],
  },
  {
    first: ["فاطمة", "ليلى", "يوسف", "نور", "عمر"],
    last: ["حداد", "الرحمن", "منصور", "خوري"],
  },
  {
    first: ["नीला", "प्रिया", "अर्जुन", "अनन्या"],
    last: ["शर्मा", "अय्यर", "रेड्डी", "पटेल"],
  },
];
