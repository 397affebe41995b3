use super::*;

const PUBLIC: &str = "1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 223.255.255.1
    2606:4700:4700::1111 2a00:1450:4001::1 2001:4860:4860::8888 2003::1";

/// Behind the addresses of version 4: loopback, unspecified, mapped, compatible, NAT64 and discard; unique local, link-local,
/// site-local and multicast; 6to4 and Teredo around a private address, benchmarks, documentation, segment routing and what is
/// not assigned.
const NOT_PUBLIC: &str = "0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254
    169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1
    198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    ::1 :: ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1
    fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1
    2002:7f00:1:: 2002:a9fe:a9fe::1 2001::1 2001:2::1 2001:db8::1 3fff::1 5f00::1 4000::1";

#[test]
fn addresses_of_hosts_on_the_internet_are_public_and_no_others() {
    for (addresses, expected) in [(PUBLIC, true), (NOT_PUBLIC, false)] {
        for address in addresses.split_whitespace() {
            assert_eq!(is_public(address.parse().unwrap()), expected, "{address}");
        }
    }
}
