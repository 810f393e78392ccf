//! What this export needs to know of the FollowTheMoney model (followthemoney 4): which schemata there
//! are, what their links tie together, and the properties that hold their dates.
//!
//! Which schema a kind of the vocabulary is, its `matches` tell: `ftm:Person`.

/// A schema of things.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Thing {
    pub(super) name: &'static str,
    /// What it is a special case of, beside `Thing`.
    above: &'static [&'static str],
    /// The properties of its first and last day; none where it has none.
    pub(super) dates: Option<(&'static str, &'static str)>,
}

/// A schema of links between things.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) name: &'static str,
    /// The property of the end that it is read from, and what may stand there.
    pub(super) from: (&'static str, &'static str),
    /// The same of the end that it is read to.
    pub(super) to: (&'static str, &'static str),
    /// Whether it has a property for the role that its ends have.
    pub(super) has_role: bool,
}

const fn thing(
    name: &'static str,
    above: &'static [&'static str],
    dates: Option<(&'static str, &'static str)>,
) -> Thing {
    Thing { name, above, dates }
}

const LEGAL: Option<(&str, &str)> = Some(("incorporationDate", "dissolutionDate"));
const SPAN: Option<(&str, &str)> = Some(("startDate", "endDate"));

static THINGS: [Thing; 15] = [
    thing("Address", &[], None),
    thing("Article", &["Document"], None),
    thing("Asset", &[], None),
    thing("Company", &["Asset", "Organization", "LegalEntity"], LEGAL),
    thing("Document", &[], None),
    thing("Event", &[], SPAN),
    thing("LegalEntity", &[], LEGAL),
    thing("Note", &[], None),
    thing("Organization", &["LegalEntity"], LEGAL),
    thing("Person", &["LegalEntity"], Some(("birthDate", "deathDate"))),
    thing("Position", &[], Some(("inceptionDate", "dissolutionDate"))),
    thing("Project", &[], SPAN),
    thing("PublicBody", &["Organization", "LegalEntity"], LEGAL),
    thing("RealEstate", &["Asset"], None),
    thing("Territory", &[], None),
];

/// The schema of what nothing nearer is told of.
static NOTE: Thing = thing("Note", &[], None);

const fn link(
    name: &'static str,
    from: (&'static str, &'static str),
    to: (&'static str, &'static str),
    has_role: bool,
) -> Link {
    Link { name, from, to, has_role }
}

static LINKS: [Link; 8] = [
    link("Directorship", ("director", "LegalEntity"), ("organization", "Organization"), true),
    link("Employment", ("employee", "Person"), ("employer", "Organization"), true),
    link("Membership", ("member", "LegalEntity"), ("organization", "Organization"), true),
    link("Occupancy", ("holder", "Person"), ("post", "Position"), false),
    link("Ownership", ("owner", "LegalEntity"), ("asset", "Asset"), true),
    link("ProjectParticipant", ("participant", "LegalEntity"), ("project", "Project"), true),
    link("Representation", ("agent", "LegalEntity"), ("client", "LegalEntity"), true),
    link("Succession", ("predecessor", "LegalEntity"), ("successor", "LegalEntity"), true),
];

/// The link between any two things.
static UNKNOWN: Link = link("UnknownLink", ("subject", "Thing"), ("object", "Thing"), true);

/// The schema of this name; a note where none of them has it.
pub(super) fn thing_called(name: Option<&str>) -> &'static Thing {
    name.and_then(|name| THINGS.iter().find(|thing| thing.name == name)).unwrap_or(&NOTE)
}

/// The link of this name, where it can tie the two; else the one that ties any two things.
pub(super) fn link_called(name: Option<&str>, from: &Thing, to: &Thing) -> &'static Link {
    let named = name.and_then(|name| LINKS.iter().find(|link| link.name == name));
    named.filter(|link| from.is_a(link.from.1) && to.is_a(link.to.1)).unwrap_or(&UNKNOWN)
}

impl Thing {
    fn is_a(&self, name: &str) -> bool {
        name == "Thing" || self.name == name || self.above.contains(&name)
    }
}
