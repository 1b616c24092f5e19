//! Help beside the fields of the settings: where what they ask for is found in each kind of directory, with the
//! command that finds it. All kinds are on the page until one is chosen or the server is recognised; the
//! style sheet hides the others, so it works without scripts and loses nothing that was typed.

mod directory;
mod people;

use crate::language::{t, text, vendor};
use crate::model::Vendor;
use crate::web::components::*;
use crate::web::rich::rich;
use maud::{Markup, html};

/// A kind of directory that the help is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    ActiveDirectory,
    OpenLdap,
    Ds389,
    FreeIpa,
}

/// What can be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    Host,
    Certificate,
    User,
    Base,
    Attributes,
    Filter,
    Group,
}

/// How one kind of directory answers one question.
struct Advice {
    kind: Kind,
    /// The id of whole sentences.
    words: &'static str,
    /// Each is copied by itself.
    commands: &'static [&'static str],
    /// The id of whole sentences below the commands.
    after: Option<&'static str>,
}

impl Kind {
    const ALL: [Kind; 4] = [Kind::ActiveDirectory, Kind::OpenLdap, Kind::Ds389, Kind::FreeIpa];

    /// The form's value, and what the style sheet goes by.
    fn as_str(self) -> &'static str {
        match self {
            Kind::ActiveDirectory => "ad",
            Kind::OpenLdap => "openldap",
            Kind::Ds389 => "389ds",
            Kind::FreeIpa => "freeipa",
        }
    }

    fn label(self) -> &'static str {
        vendor(&match self {
            Kind::ActiveDirectory => Vendor::ActiveDirectory,
            Kind::OpenLdap => Vendor::OpenLdap,
            Kind::Ds389 => Vendor::Ds389,
            Kind::FreeIpa => Vendor::FreeIpa,
        })
    }

    /// What was chosen in the form; nothing where "not sure" was.
    pub(super) fn parse(typed: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == typed)
    }

    /// The kind of a server that was recognised.
    pub(super) fn of(vendor: &Vendor) -> Option<Kind> {
        match vendor {
            Vendor::ActiveDirectory => Some(Kind::ActiveDirectory),
            Vendor::OpenLdap => Some(Kind::OpenLdap),
            Vendor::Ds389 => Some(Kind::Ds389),
            Vendor::FreeIpa => Some(Kind::FreeIpa),
            Vendor::Demo | Vendor::Other => None,
        }
    }
}

impl Topic {
    fn id(self) -> &'static str {
        match self {
            Topic::Host => "help-host",
            Topic::Certificate => "help-certificate",
            Topic::User => "help-user",
            Topic::Base => "help-base",
            Topic::Attributes => "help-attributes",
            Topic::Filter => "help-filter",
            Topic::Group => "help-group",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Topic::Host => t!("guide-host"),
            Topic::Certificate => t!("guide-certificate"),
            Topic::User => t!("guide-user"),
            Topic::Base => t!("guide-base"),
            Topic::Attributes => t!("guide-attributes"),
            Topic::Filter => t!("guide-filter"),
            Topic::Group => t!("guide-group"),
        }
    }

    fn advice(self) -> &'static [Advice] {
        match self {
            Topic::Host => directory::HOST,
            Topic::Certificate => directory::CERTIFICATE,
            Topic::User => directory::USER,
            Topic::Base => directory::BASE,
            Topic::Attributes => people::ATTRIBUTES,
            Topic::Filter => people::FILTER,
            Topic::Group => people::GROUP,
        }
    }

    /// What holds for every kind: the id of whole sentences, and commands.
    fn everywhere(self) -> Option<(&'static str, &'static [&'static str])> {
        match self {
            Topic::Certificate => Some(directory::CERTIFICATE_EVERYWHERE),
            _ => None,
        }
    }
}

/// The help of one page: for the kind that is known, or for all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guide {
    /// The server was recognised.
    pub(super) known: Option<Kind>,
    /// What was chosen in the form.
    pub(super) chosen: Option<Kind>,
}

impl Guide {
    /// Which help to show, where the server has not said it itself.
    pub(super) fn choice(&self) -> Markup {
        let option = |value: &str, label: &str, is_chosen: bool| {
            html! {
                label.choice { input type="radio" name="kind" value=(value) checked[is_chosen]; span { (label) } }
            }
        };
        html! {
            @if self.known.is_none() {
                fieldset.field.kinds aria-describedby="kind-hint" {
                    legend { (t!("guide-kind")) }
                    div.choices {
                        @for kind in Kind::ALL { (option(kind.as_str(), kind.label(), self.chosen == Some(kind))) }
                        (option("", t!("guide-kind-unknown"), self.chosen.is_none()))
                    }
                    p.hint #kind-hint { (t!("guide-kind-hint")) }
                }
            }
            (copy_script())
        }
    }

    /// An example of the account, as the kind of directory writes it.
    pub(super) fn user_example(&self) -> &'static str {
        match self.known.or(self.chosen) {
            Some(Kind::ActiveDirectory) => "muster@example.com",
            Some(Kind::FreeIpa) => "uid=muster,cn=sysaccounts,…",
            _ => "cn=muster,dc=example,dc=com",
        }
    }

    /// The fold below a field.
    pub(super) fn fold(&self, topic: Topic) -> Markup {
        let wanted = topic.advice().iter().filter(|advice| self.known.is_none_or(|known| known == advice.kind));
        html! {
            details.fold.how-to id=(topic.id()) {
                summary { (topic.title()) }
                div.help {
                    @for advice in wanted {
                        div.for-kind data-kind=(advice.kind.as_str()) {
                            p.kind-name { strong { (advice.kind.label()) } }
                            p { (text(advice.words)) }
                            @for command in advice.commands { (command_block(command)) }
                            @if let Some(after) = advice.after { p { (text(after)) } }
                        }
                    }
                    @if let Some((words, commands)) = topic.everywhere() {
                        div {
                            p { (text(words)) }
                            @for command in commands { (command_block(command)) }
                        }
                    }
                }
            }
        }
    }
}

/// What to have at hand before the form is filled in.
pub(super) fn shopping_list() -> Markup {
    Card::new(t!("guide-need")).body(&html! {
        ol.numbered {
            li { (rich!("guide-need-server", example = html! { span.mono { "ldap.example.com" } })) }
            li { (t!("guide-need-account")) }
            li { (t!("guide-need-certificate")) }
        }
        p.small.muted { (t!("guide-need-nothing-else")) }
        p.small.muted.gap-above { (t!("guide-need-save")) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOPICS: [Topic; 7] =
        [Topic::Host, Topic::Certificate, Topic::User, Topic::Base, Topic::Attributes, Topic::Filter, Topic::Group];

    #[test]
    fn every_question_is_answered_for_every_kind_with_a_command() {
        for topic in TOPICS {
            let kinds: Vec<Kind> = topic.advice().iter().map(|advice| advice.kind).collect();
            assert_eq!(kinds, Kind::ALL, "{topic:?}");
            for advice in topic.advice() {
                assert!(!advice.commands.is_empty(), "{topic:?} of {:?} has no command", advice.kind);
                for id in [advice.words].into_iter().chain(advice.after) {
                    let sentence = text(id);
                    assert!(sentence.ends_with(['.', ':']), "{topic:?} of {:?}: {id}: {sentence}", advice.kind);
                }
            }
        }
    }

    #[test]
    fn a_server_that_is_recognised_is_not_asked_about() {
        let asked = Guide { known: None, chosen: Some(Kind::FreeIpa) };
        assert!(asked.choice().into_string().contains("value=\"freeipa\" checked"));
        assert!(asked.fold(Topic::Base).into_string().contains("data-kind=\"ad\""));
        let known = Guide { known: Kind::of(&Vendor::OpenLdap), chosen: None };
        assert!(!known.choice().into_string().contains("radio"));
        let fold = known.fold(Topic::Base).into_string();
        assert!(fold.contains("data-kind=\"openldap\"") && !fold.contains("data-kind=\"ad\""), "{fold}");
    }

    #[test]
    fn what_is_chosen_in_the_form_is_read_again() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(Kind::parse(""), None);
        assert_eq!(Kind::parse("novell"), None);
    }
}
