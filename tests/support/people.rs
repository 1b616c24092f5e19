//! Made-up people, the same ones each time: `people(10)` is the beginning of `people(100_000)`.

use std::fmt::Write;

/// Given names and family names of one script, and whether the family name comes first, without a space.
struct Names {
    given: &'static [&'static str],
    family: &'static [&'static str],
    family_first: bool,
}

const SCRIPTS: [Names; 8] = [
    Names {
        given: &["Zoé", "Jürgen", "Łukasz", "Ondřej", "Işıl", "Øyvind", "Þórdís", "Íñigo", "Anna", "Marcus"],
        family: &["Weißenfels", "Béranger-Noël", "Żółtobrzeski", "Říhovec", "O’Kilcarragh", "Sæterhaug", "Hollowell"],
        family_first: false,
    },
    Names {
        given: &["Grace", "Ilze", "João", "Siobhán", "Ștefan", "Csilla", "Björn"],
        family: &["Thornbury-Vale", "Bērziņkalna", "Valadares", "Țărăncescu", "Őrhegyi", "van der Meereveld"],
        family_first: false,
    },
    Names {
        given: &["Ольга", "Фёдор", "Тарас", "Ївга", "Айгүл", "Сәуле"],
        family: &["Березняк", "Щукарь", "Ґалаґаненко", "Қараған", "Вітрогоненко"],
        family_first: false,
    },
    Names {
        given: &["Ελένη", "Νίκος", "Μαρία"],
        family: &["Παπαθαλασσίου", "Ζαχαρόγλου", "Οικονόμου"],
        family_first: false,
    },
    Names {
        given: &["はるか", "ケンジ", "さくら", "健一"],
        family: &["青葉", "髙瀬川", "齋宮", "渡邉"],
        family_first: true,
    },
    Names {
        given: &["晓岚", "文柏", "雅婷", "伟"], family: &["欧阳", "陆", "葉", "陈"], family_first: true
    },
    Names { given: &["서연", "도현", "민준"], family: &["남궁", "선우", "김"], family_first: true },
    Names {
        given: &["ليلى", "يوسف", "נועה", "आरती"],
        family: &["الزهراوي", "بن النخيل", "שקדיאל", "चंद्रवंशी"],
        family_first: false,
    },
];

/// One made-up person. The password is `pw-<uid>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Counted from 0, in six digits: `u000000`.
    pub uid: String,
    pub given: String,
    pub family: String,
    /// The whole name, in the order its script writes it.
    pub name: String,
    /// Unique.
    pub mail: String,
    pub phone: String,
}

impl Person {
    pub fn dn(&self) -> String {
        format!("uid={},{}", self.uid, super::openldap::PEOPLE_DN)
    }

    pub fn password(&self) -> String {
        format!("pw-{}", self.uid)
    }

    /// The entry's attributes.
    pub fn attributes(&self) -> Vec<(&str, String)> {
        vec![
            ("objectClass", "inetOrgPerson".to_owned()),
            ("uid", self.uid.clone()),
            ("cn", self.name.clone()),
            ("sn", self.family.clone()),
            ("givenName", self.given.clone()),
            ("displayName", self.name.clone()),
            ("mail", self.mail.clone()),
            ("telephoneNumber", self.phone.clone()),
            ("userPassword", self.password()),
        ]
    }
}

/// The first `count` people.
pub fn people(count: usize) -> impl Iterator<Item = Person> {
    (0..count).map(person)
}

/// One person by number.
pub fn person(number: usize) -> Person {
    let dice = scatter(number as u64);
    // Half of them are written in Latin letters.
    let script = &SCRIPTS[[0, 1, 0, 1, 0, 1, 0, 2, 2, 3, 4, 5, 6, 7, 2, 1][(dice % 16) as usize]];
    let given = script.given[(dice >> 8) as usize % script.given.len()];
    let family = script.family[(dice >> 24) as usize % script.family.len()];
    let uid = format!("u{number:06}");
    Person {
        name: if script.family_first { format!("{family}{given}") } else { format!("{given} {family}") },
        given: given.to_owned(),
        family: family.to_owned(),
        mail: format!("{uid}@example.test"),
        phone: phone(number, dice),
        uid,
    }
}

fn phone(number: usize, dice: u64) -> String {
    match (dice >> 40) % 4 {
        0 => format!("+49 30 55{number:06}"),
        1 => format!("+1 (202) 555-{number:06}"),
        2 => format!("8 (495) 55{number:06}"),
        _ => format!("+81-3-55{number:06}"),
    }
}

/// SplitMix64: numbers that look random and are the same each time.
fn scatter(number: u64) -> u64 {
    let mut z = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// An entry as LDIF (RFC 2849); every value is base64, which is always allowed.
pub fn ldif(dn: &str, attributes: &[(&str, String)]) -> String {
    use base64::Engine;
    let encoded = |text: &str| base64::engine::general_purpose::STANDARD.encode(text);
    let mut text = format!("dn:: {}\n", encoded(dn));
    for (name, value) in attributes {
        writeln!(text, "{name}:: {}", encoded(value)).unwrap();
    }
    text.push('\n');
    text
}

/// A group with these members (DNs; at least one) as LDIF.
pub fn group_ldif(name: &str, members: &[String]) -> String {
    let mut attributes = vec![("objectClass", "groupOfNames".to_owned()), ("cn", name.to_owned())];
    attributes.extend(members.iter().map(|member| ("member", member.clone())));
    ldif(&format!("cn={name},{}", super::openldap::GROUPS_DN), &attributes)
}
