import io
import zipfile
import tarfile
import gzip

packed = io.BytesIO()
with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.writestr('a.txt', 'text')
with zipfile.ZipFile(packed) as archive:
    print(archive.namelist(), archive.read('a.txt'))
print(gzip.decompress(gzip.compress(b'again ' * 3)))
