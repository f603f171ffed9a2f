"""The exceptions of the Docker SDK that MiniStack names."""


class DockerException(Exception):
    pass


class NotFound(DockerException):
    pass


class ImageNotFound(NotFound):
    pass


class APIError(DockerException):
    pass
