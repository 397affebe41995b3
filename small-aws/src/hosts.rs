//! The hosts outside AWS that functions in a simulated world call. No connection is opened.

use std::{
    sync::{Arc, PoisonError},
    time::Duration,
};

use aws_smithy_runtime_api::client::{
    http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector},
    orchestrator::{HttpRequest, HttpResponse},
    result::ConnectorError,
};
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http::{Request, Response};
use tokio::task::yield_now;

use super::{
    connector::{broken, in_process},
    simulation::set,
    small_aws::SmallAws,
};

pub struct Answer {
    /// How long the host needs.
    pub after: Duration,
    /// The answer; `None` if the connection breaks.
    pub response: Option<Response<Bytes>>,
}

pub(super) type Hosts = Arc<dyn Fn(&Request<Bytes>) -> Answer + Send + Sync>;

impl SmallAws {
    /// The connector to the hosts of a simulated world; `None` in a world that opens connections.
    pub fn hosts(&self) -> Option<SharedHttpConnector> {
        self.0.simulation.is_on().then(|| SharedHttpConnector::new(Connector(self.clone())))
    }

    /// Decides how the hosts in a simulated world answer plain HTTP from now on. Before the first call of this method,
    /// no host exists.
    pub fn set_hosts(&self, hosts: impl Fn(&Request<Bytes>) -> Answer + Send + Sync + 'static) {
        *self.0.simulation.hosts.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(hosts));
    }
}

struct Connector(SmallAws);

impl std::fmt::Debug for Connector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Connector to simulated hosts")
    }
}

impl HttpConnector for Connector {
    /// As for a call to AWS, the future yields before and after the call arrives.
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let aws = self.0.clone();
        HttpConnectorFuture::new(async move {
            let request = in_process(request)?;
            yield_now().await;
            let hosts = set(&aws.0.simulation.hosts).ok_or_else(broken)?;
            let Answer { after, response } = hosts(&request);
            aws.sleep(after).await;
            yield_now().await;
            let response = response.ok_or_else(broken)?.map(SdkBody::from);
            HttpResponse::try_from(response).map_err(|error| ConnectorError::other(error.into(), None))
        })
    }
}
