//! Changes of optional fields.

/// How a call changes an optional field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// The call omits the field.
    #[default]
    Keep,
    /// The call sets the field to null.
    Clear,
    /// The call sets the field to this value.
    Set(T),
}

impl<T> Patch<T> {
    pub fn apply(self, field: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *field = None,
            Self::Set(value) => *field = Some(value),
        }
    }

    pub fn try_map<U, E>(self, map: impl FnOnce(T) -> Result<U, E>) -> Result<Patch<U>, E> {
        match self {
            Self::Keep => Ok(Patch::Keep),
            Self::Clear => Ok(Patch::Clear),
            Self::Set(value) => map(value).map(Patch::Set),
        }
    }

    /// The new value; `None` if the call sets none.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Keep | Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }
}
