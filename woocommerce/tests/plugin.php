<?php
/**
 * The tests. Each function is one fact, and they run in the order in which they stand.
 *
 * @package Afterword
 */

require __DIR__ . '/wordpress.php';
require ABSPATH . 'wp-settings.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require __DIR__ . '/helpers.php';

$tests = array(

	'without a shop, WooCommerce shows its own' => function () {
		written( 11, array( 2, 2, 2, 2, 2, 2, 2 ) );
		written( 12, array( 3 ) );
		written( 13, array() );
		$page = page( '/product/board/' );
		contains( '<i>2.00 of 7</i>', $page );
		contains( 'own reviews</p>', $page );
		contains( '"review":["own"]', $page );
		contains( 'afterword', $page, 0 );
		contains( 'Your 8 reviews stay visible until you move them.', settings_page() );
		same( true, apply_filters( 'woocommerce_email_enabled_customer_review_request', true ) );
		same( false, renew() );
	},

	'a code is the lines to paste, or the address' => function () {
		$lines = "<script type=\"module\" src=\"https://reviews.example.com/embed/v1.js\"></script>\n<afterword-reviews id=\"reviews\" shop=\"acme\">\n  <a href=\"https://reviews.example.com/p/acme/@all.html\">Reviews</a>";
		$codes = array(
			$lines                                      => 'https://reviews.example.com/p/acme',
			'https://reviews.example.com/p/acme'         => 'https://reviews.example.com/p/acme',
			'see https://x.example/aw/p/a-1/ratings.json' => 'https://x.example/aw/p/a-1',
			'http://127.0.0.1:3000/p/demo'               => 'http://127.0.0.1:3000/p/demo',
			'http://reviews.example.com/p/acme'          => null,
			'https://reviews.example.com/trust/acme'     => null,
			'https://reviews.example.com/p/Acme'         => null,
			'acme'                                       => null,
		);
		foreach ( $codes as $code => $address ) {
			$shop = Afterword_Shop::parse( $code );
			same( $address, $shop ? $shop->address() : null );
		}
	},

	'connecting is enough' => function () {
		afterword_is( 'failing' );
		same( 'connected', connect()[2] );
		afterword_is( '' );
		asked();
		same( address() . '/p/acme', Afterword_Shop::current()->address() );
	},

	'before the first answer, WooCommerce shows its own' => function () {
		contains( '<i>2.00 of 7</i>', page( '/product/board/' ) );
		contains( '<afterword-reviews', page( '/product/towel/' ), 0 );
		same( array(), asked() );
	},

	'the cron reads ratings, and the reviews of whose rating is new' => function () {
		Afterword_Answers::schedule();
		same( 'afterword_five_minutes', wp_get_schedule( Afterword_Answers::EVENT ) );
		do_action( Afterword_Answers::EVENT );
		same( array( '/p/acme/ratings.json', '/p/acme/woo-11.html', '/p/acme/woo-13.html' ), asked() );
		// A cache may have had an older list.
		age( 660 );
		renew();
		same( array( '/p/acme/ratings.json', '/p/acme/woo-11.html', '/p/acme/woo-13.html' ), asked() );
		same( false, get_option( 'afterword_wanted' ) );
		page( '/product/towel/' );
		same( array(), asked() );
	},

	'until they are moved, each product keeps its own; the others show Afterword’s' => function () {
		$page = page( '/product/board/' );
		contains( '<i>2.00 of 7</i>', $page );
		contains( 'own reviews</p>', $page );
		$page = page( '/product/towel/' );
		contains( '<i>5 of 1</i>', $page );
		contains( '<afterword-reviews id="reviews"', $page );
		contains( 'Your 8 reviews stay visible until you move them.', settings_page() );
		same( array( array( 2.0, 7.0 ), array( 3.0, 1.0 ), array( 5.0, 1.0 ) ), array_map( 'order_of', array( 11, 12, 13 ) ) );
	},

	'moved, all show Afterword’s, in its order, and caches hear of it' => function () {
		get_user_by( 'login', 'owner' )->add_cap( 'manage_woocommerce' );
		same( array( 11, 12 ), purged( function () {
			contains( 'stay visible', press( 'moved' ), 0 );
			// Afterword's answer may be from before.
			contains( '<i>2.00 of 7</i>', page( '/product/board/' ) );
			settle();
			renew();
		} ) );
		same( array( array( 4.5, 2.0 ), array( 0.0, 0.0 ), array( 5.0, 1.0 ) ), array_map( 'order_of', array( 11, 12, 13 ) ) );
		asked();
	},

	'pages show the stored reviews, once and harmless' => function () {
		$page = page( '/product/board/' );
		contains( '<i>4.5 of 2</i>', $page );
		contains( '<afterword-reviews id="reviews" class="woocommerce-Reviews" write shop="acme" product="woo-11" style="display:block', $page );
		contains( 'Heavier than I thought, and lovely.</p>', $page );
		contains( 'viewBox="12 -5 120 24"', $page );
		same( 1, preg_match_all( '~<script type="module" src=[\'"]' . address() . '/embed/v1\.js[\'"]~', $page ) );
		contains( 'assets/afterword.css?ver=' . AFTERWORD_VERSION, $page );
		foreach ( array( 'onclick', 'javascript:', 'iframe', 'structured-data', '/p/acme/afterword.', 'own reviews' ) as $unwanted ) {
			contains( $unwanted, $page, 0 );
		}
		same( 1, preg_match_all( '~<script type="application/ld\+json">(.*?)</script>~s', $page, $scripts ) );
		$product = json_decode( $scripts[1][0], true );
		same( array( '@type' => 'AggregateRating', 'ratingValue' => 4.5, 'reviewCount' => 2, 'bestRating' => 5, 'worstRating' => 1 ), $product['aggregateRating'] );
		same( array( 'Jane', 'Noor' ), array_column( array_column( $product['review'], 'author' ), 'name' ) );
		contains( '<i>0 of 0</i>', page( '/product/spoon/' ) );
		contains( '<i>5 of 1</i>', page( '/shop/' ) );
		same( array(), asked() );
		same( 3, queries_of( $page ) );
	},

	'whoever allows no reviews of a product describes none' => function () {
		wp_update_post( array( 'ID' => 11, 'comment_status' => 'closed' ) );
		same( array( '@type' => 'Product' ), apply_filters( 'woocommerce_structured_data_product', array( '@type' => 'Product' ), wc_get_product( 11 ) ) );
		wp_update_post( array( 'ID' => 11, 'comment_status' => 'open' ) );
	},

	'plug-ins for search engines describe one product, with these reviews' => function () {
		$GLOBALS['wp_query'] = new WP_Query( array( 'p' => 11, 'post_type' => 'product' ) );
		foreach ( array( 'rank_math/snippet/rich_snippet_product_entity', 'wpseo_schema_product', 'seopress_schemas_auto_product_json', 'seopress_pro_get_json_data_product' ) as $filter ) {
			$product = apply_filters( $filter, array( '@type' => 'Product', 'offers' => array( 'o' ), 'aggregateRating' => array( 'own' ), 'review' => array( 'own' ) ) );
			same( array( array( 'o' ), 4.5, 2 ), array( $product['offers'], $product['aggregateRating']['ratingValue'], count( $product['review'] ) ) );
		}
		// What Yoast has taken for itself stays empty here.
		same( array(), apply_filters( 'woocommerce_structured_data_product', array(), wc_get_product( 11 ) ) );
		wp_reset_query();
	},

	'errors and nonsense leave the old answer' => function () {
		foreach ( array( 'failing', 'elsewhere', 'maintenance', 'hotel', 'nonsense', 'list' ) as $mode ) {
			afterword_is( $mode );
			same( false, renew() );
			$page = page( '/product/board/' );
			contains( '<i>4.5 of 2</i>', $page );
			contains( 'Holds two cups.', $page, 2 );
		}
		same( array_fill( 0, 6, '/p/acme/ratings.json' ), asked() );
	},

	'a list is read when its reviews changed, however often its page is opened' => function () {
		afterword_is( '' );
		renew();
		age( 660 );
		renew();
		$list = stored( 11 );
		$is_old = fn( $days ) => store( 11, array( 'at' => time() - $days * DAY_IN_SECONDS ) + $list );
		$is_old( 29 );
		asked();
		contains( 'Holds two cups.', page( '/product/board/' ), 2 );
		same( false, get_option( 'afterword_wanted' ) );
		renew();
		same( array( '/p/acme/ratings.json' ), asked() );
		// Unless it was never there, or is a month old: the shop may have another name or language.
		foreach ( array( fn() => forget( 11 ), fn() => $is_old( 31 ) ) as $reviews => $are ) {
			$are();
			contains( 'Holds two cups.', page( '/product/board/' ), 2 * $reviews );
			renew();
			same( array( '/p/acme/ratings.json', '/p/acme/woo-11.html' ), asked() );
			contains( 'Holds two cups.', page( '/product/board/' ), 2 );
			same( false, get_option( 'afterword_wanted' ) );
		}
	},

	'a hundred rated products, of which one changes a day, are at most 9,500 calls a month' => function () {
		$file    = getenv( 'AFTERWORD_TESTS' ) . '/ratings';
		$ratings = array_fill_keys( array_map( fn( $number ) => "woo-$number", range( 1001, 1100 ) ), array( 4.5, 2, 0, 1764489600 ) );
		file_put_contents( $file, json_encode( $ratings ) );
		do_shortcode( '[afterword_newest]' );
		renew();
		age( 660 );
		renew();
		asked();
		for ( $run = 0; $run < DAY_IN_SECONDS / 300; $run++ ) {
			if ( 100 === $run ) {
				$ratings['woo-1007'][3] += 90;
				file_put_contents( $file, json_encode( $ratings ) );
			}
			age_wanted( 300 );
			renew();
		}
		$calls = array_count_values( asked() );
		same( array( '/p/acme/ratings.json' => 288, '/p/acme/woo-1007.html' => 4, '/p/acme/@all.html' => 4 ), $calls );
		same( true, 30 * array_sum( $calls ) <= 9500 );
		unlink( $file );
		renew();
		age( 660 );
		renew();
		forget( implode( ',', array( 0, ...range( 1001, 1100 ) ) ) );
		asked();
	},

	'after a day without an answer, products show their own again, and the others what they had, for 30 days' => function () {
		age( DAY_IN_SECONDS + 60 );
		contains( '<i>2.00 of 7</i>', page( '/product/board/' ) );
		contains( '<i>3.00 of 1</i>', page( '/product/spoon/' ) );
		contains( '<i>5 of 1</i>', page( '/product/towel/' ) );
		$page = settings_page();
		contains( 'Afterword has not answered with reviews for 1 day.', $page );
		same( 'critical', Afterword_Settings::test()['status'] );
		afterword_is( 'failing' );
		same( false, renew() );
		same( array( array( 2.0, 7.0 ), array( 3.0, 1.0 ), array( 5.0, 1.0 ) ), array_map( 'order_of', array( 11, 12, 13 ) ) );
		age( 28 * DAY_IN_SECONDS );
		contains( '<i>5 of 1</i>', page( '/product/towel/' ) );
		age( DAY_IN_SECONDS );
		contains( '<afterword', page( '/product/towel/' ), 0 );
		afterword_is( '' );
		same( true, renew() );
		contains( '<i>4.5 of 2</i>', page( '/product/board/' ) );
	},

	'a withheld review leaves within one renewal, also from caches and from pages elsewhere' => function () {
		update_option( 'afterword_pages', array( 2 => 1 ), false );
		file_put_contents( getenv( 'AFTERWORD_TESTS' ) . '/ratings', '{"woo-11":[5,1,0,1764489900],"woo-13":[5,1,0,1764489700]}' );
		file_put_contents( getenv( 'AFTERWORD_TESTS' ) . '/words', 'Other words.' );
		$named = array();
		eval( 'function wpfc_clear_post_cache_by_id( $post ) { do_action( "wpfc", $post ); }' );
		add_action( 'wpfc', $note = function ( $post ) use ( &$named ) {
			$named[] = $post;
		} );
		add_action( 'breeze_clear_all_cache', $note );
		same( array( 2, 11 ), array_values( array_diff( purged( 'renew' ), array( 13 ) ) ) );
		sort( $named );
		same( array( '', 2, 11 ), array_values( array_diff( $named, array( 13 ) ) ) );
		same( array( 'deleted_post', 'afterword_changed' ), apply_filters( 'cloudflare_purge_url_actions', array( 'deleted_post' ) ) );
		contains( 'Holds two cups.', page( '/product/board/' ), 0 );
		contains( 'Other words.', page( '/product/board/' ), 2 );
		age( 660 );
		renew();
		// An edit leaves the numbers as they are.
		file_put_contents( getenv( 'AFTERWORD_TESTS' ) . '/ratings', '{"woo-11":[5,1,0,1764489960],"woo-13":[5,1,0,1764489700]}' );
		file_put_contents( getenv( 'AFTERWORD_TESTS' ) . '/words', 'Edited words.' );
		same( array( 2, 11 ), purged( 'renew' ) );
		contains( 'Edited words.', page( '/product/board/' ), 2 );
		unlink( getenv( 'AFTERWORD_TESTS' ) . '/ratings' );
		unlink( getenv( 'AFTERWORD_TESTS' ) . '/words' );
		renew();
		age( 660 );
		renew();
		same( array(), purged( 'renew' ) );
		delete_option( 'afterword_pages' );
	},

	'a shop that shows no reviews any more, and another shop, leave WooCommerce’s own' => function () {
		afterword_is( 'gone' );
		same( false, renew() );
		$page = page( '/product/board/' );
		contains( '<i>2.00 of 7</i>', $page );
		contains( 'Holds two cups.', $page, 0 );
		afterword_is( '' );
		same( true, renew() );
		$connection = get_option( 'afterword_connection' );
		update_option( 'afterword_connection', array( 'shop' => 'other' ) + $connection );
		contains( '<i>2.00 of 7</i>', page( '/product/board/' ) );
		update_option( 'afterword_connection', $connection );
		contains( '<i>4.5 of 2</i>', page( '/product/board/' ) );
	},

	'lists of block themes get stars below titles, unless they have some' => function () {
		renew();
		$GLOBALS['post'] = get_post( 11 );
		$title           = '<!-- wp:post-title /-->';
		$stars           = '<!-- wp:woocommerce/product-rating /-->';
		$context         = function ( $context ) {
			return array( 'postId' => 11, 'postType' => 'product' ) + $context;
		};
		add_filter( 'render_block_context', $context );
		foreach ( array( $title, $title . $stars ) as $inner ) {
			contains( '<i>4.5</i>', do_blocks( "<!-- wp:woocommerce/product-template -->$inner<!-- /wp:woocommerce/product-template -->" ) );
		}
		remove_filter( 'render_block_context', $context );
	},

	'the block of reviews shows these' => function () {
		$GLOBALS['post'] = get_post( 11 );
		$own             = do_blocks( '<!-- wp:woocommerce/product-reviews --><p>own</p><!-- /wp:woocommerce/product-reviews -->' );
		contains( '<afterword-reviews', $own );
		contains( '<p>own</p>', $own, 0 );
		// The block is empty where reviews are not allowed.
		same( '', do_blocks( '<!-- wp:woocommerce/product-reviews --><!-- /wp:woocommerce/product-reviews -->' ) );
	},

	'blocks and shortcodes show stars, a list and the newest of the shop on any page' => function () {
		$own = array( 'afterword_stars product="11"' => '<div class="star-rating">4.5 of 2</div> <a class="woocommerce-review-link" href="' . get_permalink( 11 ) . '#reviews" aria-label="Reviews: 2">(2)</a>', 'afterword_reviews product="11"' => 'product="woo-11" style="display:block', 'afterword_newest' => 'product="@all" style="display:block' );
		foreach ( $own as $code => $html ) {
			contains( $html, do_shortcode( "[$code]" ) );
		}
		contains( '<div class="star-rating">4.5 of 2</div>', do_blocks( '<!-- wp:afterword/stars {"product":11} /-->' ) );
		renew();
		contains( 'Holds two cups.', do_shortcode( '[afterword_newest]' ) );
		contains( 'onclick', do_shortcode( '[afterword_newest]' ), 0 );
		$GLOBALS['post'] = get_post( 1 );
		same( '', do_shortcode( '[afterword_stars]' ) . do_shortcode( '[afterword_reviews product="1"]' ) );
		wp_update_post( array( 'ID' => 2, 'post_content' => '[afterword_newest]' ) );
		contains( '<afterword-reviews', page( '/sample-page/' ), 0 );
		// Before the move, a list has the shop's own.
		$move = get_option( 'afterword_move' );
		delete_option( 'afterword_move' );
		contains( '<li>Own ', do_shortcode( '[afterword_newest]' ), 8 );
		foreach ( array( 'draft', 'private', 'publish' ) as $status ) {
			wp_update_post( array( 'ID' => 12, 'post_status' => $status ) );
			wp_cache_flush();
			contains( '<li>Own ', do_shortcode( '[afterword_newest]' ), 'publish' === $status ? 8 : 7 );
		}
		contains( '<li>Own ', do_shortcode( '[afterword_reviews product="12"]' ) );
		update_option( 'afterword_move', $move );
		forget( 0 );
	},

	'WooCommerce sends no request of its own' => function () {
		same( false, apply_filters( 'woocommerce_email_enabled_customer_review_request', true ) );
	},

	'the file of earlier reviews has every review, answer and photo' => function () {
		global $wpdb;
		update_option( 'shop_page', $shop = wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Shop' ) ) );
		$editor = wp_insert_user( array( 'user_login' => 'editor', 'user_pass' => 'x', 'role' => 'editor' ) );
		$add    = function ( $product, $text, $state, $more = array(), $meta = array() ) {
			$id = wp_insert_comment( $more + array( 'comment_post_ID' => $product, 'comment_content' => wp_slash( $text ), 'comment_approved' => $state, 'comment_type' => 'review', 'comment_author' => 'Jane', 'comment_date_gmt' => '2025-03-01 09:00:00' ) );
			foreach ( $meta as $key => $value ) {
				add_comment_meta( $id, $key, $value );
			}
			return $id;
		};
		$stars = array( 'rating' => 4 );
		$before = array_map( 'intval', $wpdb->get_col( "SELECT comment_ID FROM $wpdb->comments WHERE comment_type = 'review'" ) );
		$first  = $add( 11, "One, \"two\"\n\nthree \\", '1', array(), array( 'rating' => 5, 'verified' => 1, 'ivole_review_image' => array( 'url' => 'https://cdn.example/a,b.jpg' ) ) );
		$ids   = array(
			$first,
			$add( 11, 'Thank you', '1', array( 'comment_parent' => $first, 'user_id' => $editor, 'comment_type' => 'comment' ) ),
			$add( 12, 'spam', 'spam', array(), $stars ),
			$add( 12, 'trash', 'trash', array(), $stars ),
			$add( 12, '=1+1', '0', array(), $stars ),
			$add( $shop, 'shop', '1', array(), $stars ),
		);
		$add( 11, 'A question', '1', array( 'comment_type' => 'cr_qna' ) );
		$add( 1, 'About a post', '1', array( 'comment_type' => 'comment' ) );
		$values = implode( ',', array_map( function ( $id ) {
			return "($id, 13, 'review', 'x', 'y')";
		}, range( 1001, 1600 ) ) );
		$wpdb->query( "INSERT INTO $wpdb->comments (comment_ID, comment_post_ID, comment_type, comment_content, comment_author) VALUES $values" );

		$file = fopen( 'php://memory', 'w+' );
		Afterword_Old_Reviews::write( $file );
		rewind( $file );
		$rows = array();
		while ( $row = fgetcsv( $file, 0, ',', '"', '' ) ) {
			$rows[] = array_combine( Afterword_Old_Reviews::HEADINGS, $row );
		}
		same( array_map( 'strval', array_merge( array( 'comment_ID' ), $before, $ids, range( 1001, 1600 ) ) ), array_column( $rows, 'comment_ID' ) );
		$rows = array_merge( array( 0 ), array_slice( $rows, 1 + count( $before ) ) );
		same( "One, \"two\"\n\nthree \\", $rows[1]['comment_content'] );
		same( array( '5', '1', '1', 'https://cdn.example/a,b.jpg', '2025-03-01 09:00:00', '11' ), array( $rows[1]['rating'], $rows[1]['verified'], $rows[1]['comment_approved'], $rows[1]['photo_urls'], $rows[1]['comment_date_gmt'], $rows[1]['comment_post_ID'] ) );
		same( array( (string) $first, '1', '' ), array( $rows[2]['comment_parent'], $rows[2]['user_id'], $rows[2]['rating'] ) );
		same( array( 'publish', '' ), array( $rows[1]['product_status'], $rows[6]['product_status'] ) );
		same( array( 'spam', 'trash', '0' ), array_column( array_slice( $rows, 3, 3 ), 'comment_approved' ) );
		same( array( "'=1+1", "'@shop" ), array( $rows[5]['comment_content'], $rows[6]['comment_post_ID'] ) );
	},

	'forms need a permission and a nonce' => function () {
		$owner = get_user_by( 'login', 'owner' );
		$owner->add_cap( 'manage_woocommerce' );
		$editor = get_user_by( 'login', 'editor' )->ID;
		foreach ( array( Afterword_Settings::SAVE, Afterword_Old_Reviews::ACTION ) as $action ) {
			wp_set_current_user( $editor );
			same( 'status 403', submit( $action, $editor, array( '_wpnonce' => wp_create_nonce( $action ), 'shop' => '' ) ) );
			same( 'status 403', submit( $action, $owner->ID, array( '_wpnonce' => 'wrong', 'shop' => '' ) ) );
		}
		wp_set_current_user( $owner->ID );
		$nonce = wp_create_nonce( Afterword_Settings::SAVE );
		foreach ( array( '_agrees' => '_agrees', '<b>x</b>' => 'x', '' => false ) as $key => $stored ) {
			same( admin_url( 'admin.php?page=afterword&done=consent' ), submit( Afterword_Settings::SAVE, $owner->ID, array( '_wpnonce' => $nonce, 'consent' => $key ) ) );
			same( $stored, get_option( 'afterword_consent' ) );
		}
		$connection = get_option( 'afterword_connection' );
		delete_option( 'afterword_connection' );
		foreach ( array(
			address() . '/p/acme'                 => array( 'saved', address() . '/p/acme' ),
			'"><script>alert(1)</script>'          => array( 'unknown', address() . '/p/acme' ),
			address() . '/p/unknown'              => array( 'silent', address() . '/p/unknown' ),
			''                                     => array( 'none', false ),
		) as $code => list( $done, $stored ) ) {
			$to = submit( Afterword_Settings::SAVE, $owner->ID, array( '_wpnonce' => $nonce, 'shop' => wp_slash( $code ) ) );
			same( admin_url( "admin.php?page=afterword&done=$done" ), $to );
			same( $stored, get_option( 'afterword_shop' ) );
		}
		// Who may not write scripts does not say whose script the pages load; an address in the file has said it.
		$manager = wp_insert_user( array( 'user_login' => 'manager', 'user_pass' => 'x', 'role' => 'author' ) );
		get_user_by( 'id', $manager )->add_cap( 'manage_woocommerce' );
		$enter = function ( $text ) use ( $manager ) {
			wp_set_current_user( $manager );
			return submit( Afterword_Settings::SAVE, $manager, array( '_wpnonce' => wp_create_nonce( Afterword_Settings::SAVE ), 'shop' => $text ) );
		};
		same( 'status 403', $enter( address() . '/p/acme' ) );
		same( admin_url( 'admin.php?page=afterword&done=none' ), $enter( '' ) );
		$file = dirname( __DIR__ ) . '/address.php';
		file_put_contents( $file, '<?php return "' . address() . '";' );
		try {
			same( admin_url( 'admin.php?page=afterword&done=saved' ), $enter( address() . '/p/acme' ) );
			same( admin_url( 'admin.php?page=afterword&done=unknown' ), $enter( 'https://evil.example/p/acme' ) );
		} finally {
			unlink( $file );
		}
		update_option( 'afterword_shop', '</textarea><script>alert(1)</script>' );
		contains( '<script>', output_of( array( 'Afterword_Settings', 'show' ) ), 0 );
		delete_option( 'afterword_shop' );
		update_option( 'afterword_connection', $connection, false );
	},

	'whoever activates the plug-in alone is led to its settings' => function () {
		$list    = admin_url( 'plugins.php?activate=true' );
		$plug_in = 'afterword/afterword.php';
		foreach ( array(
			array( 'owner', 'activate', $plug_in, false, admin_url( 'admin.php?page=afterword' ) ),
			array( 'owner', 'activate', $plug_in, true, $list ),
			array( 'owner', 'activate', 'other/other.php', false, $list ),
			array( 'owner', 'activate-selected', $plug_in, false, $list ),
			array( 'editor', 'activate', $plug_in, false, $list ),
		) as list( $user, $_GET['action'], $activated, $is_network, $leads ) ) {
			wp_set_current_user( get_user_by( 'login', $user )->ID );
			do_action( 'activated_plugin', $activated, $is_network );
			same( $leads, apply_filters( 'wp_redirect', $list, 302 ) );
			remove_all_filters( 'wp_redirect' );
		}
		unset( $_GET['action'] );
	},

	'the settings page says where its answers are from, and escapes' => function () {
		update_option( 'woocommerce_enable_reviews', 'yes' );
		update_option( 'woocommerce_enable_review_rating', 'yes' );
		$page = output_of( array( 'Afterword_Settings', 'show' ) );
		contains( '/console">Acme &amp; &lt;b&gt;</a>', $page );
		contains( 'name="action" value="' . Afterword_Old_Reviews::ACTION . '"', $page );
		contains( 'switch on product reviews', $page, 0 );
		update_option( 'woocommerce_enable_reviews', 'no' );
		contains( 'switch on product reviews', output_of( array( 'Afterword_Settings', 'show' ) ) );
	},

	'texts are in the language of the site' => function () {
		$swiss = function () {
			return 'de_CH';
		};
		add_filter( 'determine_locale', $swiss );
		afterword_load_texts();
		same( 'Frühere Bewertungen', __( 'Earlier reviews', 'afterword' ) );
		remove_filter( 'determine_locale', $swiss );
		unload_textdomain( 'afterword' );
	},

	'deactivated, only the connection and the move stay, and WooCommerce shows its own again' => function () {
		renew();
		age( 660 );
		renew();
		page( '/product/board/' );
		delete_transient( 'afterword_coming' );
		same( array( 'afterword_connection', 'afterword_move', 'afterword_ratings', 'afterword_sending', 'cron', 'wp_afterword_outbox', 'wp_afterword_reviews' ), rows() );
		same( array( 11, 12, 13 ), purged( function () {
			deactivate_plugins( 'afterword/afterword.php' );
		} ) );
		same( array( 'afterword_connection', 'afterword_move', 'afterword_sending', 'wp_afterword_outbox' ), rows() );
		contains( '<i>2.00 of 7</i>', page( '/product/board/' ) );
		same( array( array( 2.0, 7.0 ), array( 3.0, 1.0 ), array( 0.0, 0.0 ) ), array_map( 'order_of', array( 11, 12, 13 ) ) );
		same( '613', $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->comments} WHERE comment_type = 'review'" ) );
	},

	'uninstalled, nothing stays' => function () {
		asked();
		activate_plugin( 'afterword/afterword.php' );
		contains( '/p/acme/ratings.json', implode( ' ', asked() ) );
		contains( '<i>4.5 of 2</i>', page( '/product/board/' ) );
		define( 'WP_UNINSTALL_PLUGIN', 'afterword/afterword.php' );
		require dirname( __DIR__ ) . '/uninstall.php';
		same( array(), array_values( array_diff( rows(), array( 'active_plugins' ) ) ) );
	},

	'WordPress complained about nothing of this plug-in' => function () {
		$log = (string) @file_get_contents( WP_DEBUG_LOG );
		same( array(), array_values( preg_grep( '~/woocommerce/(?!tests/)|content/plugins/afterword~', explode( "\n", $log ) ) ) );
	},
);

flush_rewrite_rules();
update_option( 'woocommerce_enable_reviews', 'yes' );
afterword_is( '' );
run( $tests );
