"""An S3 API to test against: OpenStack Swift with s3api, all of it in one process on free ports of the loopback.

Prints "ready PORT". Takes the folder for its files as its argument, and ends with its standard input. Needs Debian's
python3-swift. Access key test:tester, secret testing, path style.
"""
import eventlet

eventlet.monkey_patch()

import os
import sys

from eventlet import tpool, wsgi
from swift.common import utils

# What a cluster has in /etc/swift/swift.conf, which nobody but root may write.
utils.HASH_PATH_SUFFIX = b'sidetone'

from swift.account.server import AccountController
from swift.common.ring import RingBuilder
from swift.common.wsgi import loadapp
from swift.container.server import ContainerController
from swift.obj.server import ObjectController

folder = sys.argv[1]
os.makedirs(os.path.join(folder, 'devices', 'disk'))

PROXY = """
[DEFAULT]
swift_dir = %s
[pipeline:main]
pipeline = catch_errors gatekeeper s3api tempauth bulk slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
s3_acl = false
check_bucket_owner = false
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:bulk]
use = egg:swift#bulk
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
""" % folder

settings = {
    'devices': os.path.join(folder, 'devices'),
    'mount_check': 'false',
    'disable_fallocate': 'true',
    'swift_dir': folder,
}


class Nothing:
    """A log that is not kept, and a memcached that remembers nothing."""

    def __getattr__(self, _name):
        return lambda *_args, **_named: None


def serve(socket, app):
    eventlet.spawn(wsgi.server, socket, app, log=Nothing())


parts = {'account': AccountController, 'container': ContainerController, 'object': ObjectController}
for name, controller in parts.items():
    socket = eventlet.listen(('127.0.0.1', 0))
    port = socket.getsockname()[1]
    builder = RingBuilder(4, 1, 0)
    address = {'ip': '127.0.0.1', 'port': port, 'replication_ip': '127.0.0.1', 'replication_port': port}
    builder.add_dev({'id': 0, 'region': 1, 'zone': 1, 'weight': 1, 'device': 'disk', **address})
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, name + '.ring.gz'))
    serve(socket, controller(settings))

configuration = os.path.join(folder, 'proxy.conf')
with open(configuration, 'w') as file:
    file.write(PROXY)
pipeline = loadapp(configuration)


def answer(environment, start_response):
    environment['swift.cache'] = Nothing()
    return pipeline(environment, start_response)


proxy = eventlet.listen(('127.0.0.1', 0))
serve(proxy, answer)
# In one piece, also where the output is not buffered.
sys.stdout.write('ready %d\n' % proxy.getsockname()[1])
sys.stdout.flush()
# A thread of its own: nothing else here waits.
tpool.execute(sys.stdin.read)
