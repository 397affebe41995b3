<?php
/**
 * A small Afterword, for PHP's own server. The file `mode` says how it answers, and `asked` has the addresses that it was asked for.
 *
 * @package Afterword
 */

$afterword_work = getenv( 'AFTERWORD_TESTS' );
$afterword_mode = trim( (string) @file_get_contents( "$afterword_work/mode" ) );
$afterword_path = strtok( $_SERVER['REQUEST_URI'], '?' );
file_put_contents( "$afterword_work/asked", "$afterword_path\n", FILE_APPEND );
switch ( $afterword_mode ) {
	case 'failing':
		http_response_code( 500 );
		return;
	case 'elsewhere':
		http_response_code( 302 );
		header( 'Location: /p/acme/ratings.json' );
		return;
	case 'maintenance':
		http_response_code( 404 );
		echo '<h1>Back soon</h1>';
		return;
	case 'gone':
		http_response_code( 404 );
		echo '{"ok":false,"error":"not_found","message":"Nothing has this id."}';
		return;
	case 'hotel':
		echo '<h1>Welcome to our hotel</h1>';
		return;
	case 'nonsense':
		echo '{"woo-11":["5",-3]}';
		return;
	case 'list':
		echo '[]';
		return;
}
$afterword_answers = array(
	'/p/acme/ratings.json' => '{"shopify-7":[1.0,9],"woo-11":[4.5,2],"woo-13":[5,1]}',
	'/p/acme/woo-11.html'  => file_get_contents( __DIR__ . '/fragment.html' ),
);
if ( isset( $afterword_answers[ $afterword_path ] ) ) {
	echo $afterword_answers[ $afterword_path ];
	return;
}
http_response_code( 404 );
echo '{"ok":false,"error":"not_found","message":"Nothing has this id."}';
